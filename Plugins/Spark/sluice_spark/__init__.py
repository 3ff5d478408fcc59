"""Sluice on Apache Spark, in path mode: Spark schedules shards, and each task runs the native program.

Nothing but names and counts passes through the JVM. A task runs ``sluice run … --shard i/n -o OUTPUT/shard-i/``, which
is durable and commits by renaming its manifest into place; the task checks the exit status and the trailer
{in, out, filtered, dead, crc}, so a worker, an executor or a machine that dies makes Spark try again, and the second
attempt goes on where the first one stopped. The inputs and the output must be on storage that all executors see.
"""
import ctypes
import json
import os
import signal
import subprocess
import time
import zlib

__all__ = ["SluiceFailed", "run", "to_dataframe", "trailers"]

BUSY = "another run is at work"


class SluiceFailed(RuntimeError):
    """A shard whose program did not end well; Spark tries the task again."""


def run(spark, pipeline, inputs, output, shards=None, sluice="sluice", options=(), busy_seconds=600):
    """Runs a pipeline over inputs, and returns the trailers of all shards, in order.

    spark    a SparkSession
    inputs   paths of files and folders, as every executor sees them
    output   the folder that takes a folder for each shard; what it has of an earlier attempt is taken up
    shards   number of tasks; by default one for each core that Spark has
    options  further arguments of ``sluice run``, such as ["-j", "4", "--dedupe", "near"]
    """
    context = spark.sparkContext
    count = shards or context.defaultParallelism
    command = [sluice, "run", pipeline, *inputs, *options, "--quiet"]

    def task(index):
        return run_shard(command, os.path.join(output, "shard-%05d" % index), index, count, busy_seconds)

    results = context.parallelize(range(count), count).map(task).collect()
    return check(results, count)


def run_shard(command, folder, index, count, busy_seconds=600):
    """Runs one shard on this machine, and returns its trailer with the shard's number and folder."""
    os.makedirs(os.path.dirname(folder), exist_ok=True)
    deadline = time.monotonic() + busy_seconds
    while True:
        process = subprocess.run(command + ["--shard", "%d/%d" % (index, count), "-o", folder + "/"],
                                 stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                 preexec_fn=die_with_parent, text=True)
        # A lost executor's program may live a moment longer than the executor.
        if process.returncode == 2 and BUSY in process.stderr and time.monotonic() < deadline:
            continue
        break
    if process.returncode not in (0, 1):
        raise SluiceFailed("shard %d ended with status %d: %s" % (index, process.returncode, process.stderr[-2000:]))
    trailer = parse(process.stdout, "shard %d" % index)
    if trailer != read_manifest(folder):
        raise SluiceFailed("shard %d: the manifest is not what the program said" % index)
    return dict(trailer, shard=index, folder=folder)


def die_with_parent():
    """Lets the program end with the process that started it (PR_SET_PDEATHSIG)."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def parse(text, name):
    try:
        trailer = json.loads(text)
        balanced = trailer["in"] == trailer["out"] + trailer["filtered"] + trailer["dead"]
    except (ValueError, KeyError, TypeError) as error:
        raise SluiceFailed("%s: no trailer: %r" % (name, text[-200:])) from error
    if not balanced:
        raise SluiceFailed("%s: the counts do not add up: %s" % (name, text))
    return trailer


def read_manifest(folder):
    with open(os.path.join(folder, "manifest.json"), encoding="utf-8") as handle:
        manifest = json.load(handle)
    return {key: manifest[key] for key in ("in", "out", "filtered", "dead", "crc")}


def check(results, count):
    if sorted(result["shard"] for result in results) != list(range(count)):
        raise SluiceFailed("not every shard is there once")
    return sorted(results, key=lambda result: result["shard"])


def folders(output):
    """The folders of the shards, in order; all must be finished."""
    names = sorted(name for name in os.listdir(output) if name.startswith("shard-"))
    found = [os.path.join(output, name) for name in names]
    unfinished = [folder for folder in found if not os.path.exists(os.path.join(folder, "manifest.json"))]
    if not found or unfinished:
        raise SluiceFailed("not finished: %s" % ", ".join(unfinished or [output]))
    return found


def trailers(output, verify=False):
    """The trailers of a finished output; with verify, every part is read and its checksum compared."""
    result = []
    for folder in folders(output):
        trailer = read_manifest(folder)
        if verify:
            crc = 0
            for path in parts(folder):
                with open(path, "rb") as handle:
                    for block in iter(lambda: handle.read(1 << 20), b""):
                        crc = zlib.crc32(block, crc)
            if "%08x" % crc != trailer["crc"]:
                raise SluiceFailed("%s does not hold what its manifest says" % folder)
        result.append(dict(trailer, folder=folder))
    return result


def parts(folder):
    with open(os.path.join(folder, "manifest.json"), encoding="utf-8") as handle:
        return [os.path.join(folder, part["file"]) for part in json.load(handle)["parts"]]


def to_dataframe(spark, output, schema=None):
    """The records as rows of Spark, one a record, with nested columns; the order of rows is Spark's.

    Without a schema Spark reads all records once to infer one. The parts are decompressed by the program zstd, for
    Spark's own reader needs a Hadoop that was built with it.
    """
    paths = [path for folder in folders(output) for path in parts(folder)]
    lines = spark.sparkContext.parallelize(paths, max(1, len(paths))).flatMap(read_lines)
    return spark.read.schema(schema).json(lines) if schema else spark.read.json(lines)


def read_lines(path):
    process = subprocess.Popen(["zstd", "-dcq", path], stdout=subprocess.PIPE, text=True, encoding="utf-8")
    with process.stdout as stream:
        for line in stream:
            yield line.rstrip("\n")
    if process.wait() != 0:
        raise SluiceFailed("%s cannot be read" % path)
