#!/bin/sh
# Tests the glue on a local Spark cluster. Installs a Java runtime (with root rights) and pyspark (in .venv) when they
# are missing. PROGRAM is one with the stage clean.fault: `swift build --product sluice-faulty`.
set -e
cd "$(dirname "$0")/.."
SLUICE=$(realpath "${1:-../../.build/debug/sluice-faulty}")
command -v java > /dev/null || { apt-get update -q && apt-get install -qy default-jre-headless zstd; }
VENV=${VENV:-.venv}
[ -x "$VENV/bin/python" ] || python3 -m venv "$VENV"
"$VENV/bin/python" -c 'import pyspark' 2> /dev/null || "$VENV/bin/pip" install -q 'pyspark==3.5.*'
PYTHONPATH=$PWD SLUICE=$SLUICE PYSPARK_PYTHON=$(realpath -s "$VENV/bin/python") \
  SPARK_LOCAL_IP=127.0.0.1 exec "$VENV/bin/python" tests/test_spark.py
