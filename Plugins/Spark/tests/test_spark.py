"""Runs against a real local Spark cluster, with workers and executors that are killed on the way.

    tests/run_tests.sh [PROGRAM]      installs what is missing in a virtual environment, and runs this
"""
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import sluice_spark

PROGRAM = os.environ["SLUICE"]
DOCUMENTS = int(os.environ.get("SLUICE_DOCUMENTS", "4000"))
SHARDS = 6


def descendants():
    """Process ids below this one, with their command lines."""
    children, commands = {}, {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open("/proc/%s/stat" % name, encoding="utf-8") as handle:
                parent = int(handle.read().rsplit(")", 1)[1].split()[1])
            with open("/proc/%s/cmdline" % name, "rb") as handle:
                commands[int(name)] = handle.read().replace(b"\0", b" ").decode("utf-8", "replace")
        except OSError:
            continue
        children.setdefault(parent, []).append(int(name))
    found, waiting = {}, [os.getpid()]
    while waiting:
        for child in children.get(waiting.pop(), []):
            found[child] = commands.get(child, "")
            waiting.append(child)
    return found


def kill_one(matches):
    for process, command in sorted(descendants().items(), reverse=True):
        if matches(command):
            os.kill(process, signal.SIGKILL)
            return True
    return False


class Disturbance(threading.Thread):
    """Kills native programs and executors of this test while it runs."""

    def __init__(self, output, kinds):
        super().__init__(daemon=True)
        self.output, self.kinds, self.killed, self.over = output, kinds, [], threading.Event()

    def run(self):
        matches = {
            "program": lambda command: "--shard" in command and self.output in command and "java" not in command,
            "executor": lambda command: "CoarseGrainedExecutorBackend" in command,
        }
        for kind in self.kinds:
            while not self.over.wait(1.0):
                # Only once the programs are at work.
                if any(matches["program"](command) for command in descendants().values()):
                    if kill_one(matches[kind]):
                        self.killed.append(kind)
                        break


class SparkTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        from pyspark.sql import SparkSession
        cls.folder = tempfile.TemporaryDirectory()
        cls.pipeline = cls.path("p.yaml")
        with open(cls.pipeline, "w", encoding="utf-8") as handle:
            handle.write("sluice: 1\nname: slow\nstages: [parse.text, {stage: clean.fault, with: {pause: 5000}}, "
                         "split.sentences]\n")
        os.mkdir(cls.path("in"))
        for part in range(4):
            with open(cls.path("in/%d.jsonl" % part), "w", encoding="utf-8") as handle:
                for number in range(part, DOCUMENTS, 4):
                    text = "FAULT fail" if number % 500 == 7 else "The number is %d. It rained." % number
                    handle.write(json.dumps({"id": "d%d" % number, "text": text}) + "\n")
        subprocess.run([PROGRAM, "run", cls.pipeline, cls.path("in"), "-j", "4", "-o", cls.path("whole/"), "--quiet"],
                       stdout=subprocess.DEVNULL, check=False)
        cls.spark = (SparkSession.builder.master("local-cluster[2,2,1024]").appName("sluice-test")
                     .config("spark.ui.enabled", "false").config("spark.task.maxFailures", "8")
                     .config("spark.executorEnv.PYTHONPATH", os.path.dirname(os.path.dirname(__file__)))
                     .getOrCreate())
        cls.spark.sparkContext.setLogLevel("OFF")

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()
        cls.folder.cleanup()

    @classmethod
    def path(cls, name):
        return os.path.join(cls.folder.name, name)

    def records(self, folder):
        return [line for path in sluice_spark.parts(folder) for line in sluice_spark.read_lines(path)]

    def check(self, output, results):
        whole = sluice_spark.read_manifest(self.path("whole"))
        for key in ("in", "out", "filtered", "dead"):
            self.assertEqual(sum(result[key] for result in results), whole[key])
        self.assertEqual(whole["in"], DOCUMENTS)
        records = [line for folder in sluice_spark.folders(output) for line in self.records(folder)]
        self.assertEqual(records, self.records(self.path("whole")), "each record once, in order")
        self.assertEqual(len(sluice_spark.trailers(output, verify=True)), SHARDS)

    def test_killed_programs_and_executors_cost_nothing(self):
        for kinds in (["program", "program", "program"], ["executor"], ["program", "executor", "program"]):
            output = self.path("out-" + "-".join(kinds))
            disturbance = Disturbance(output, kinds)
            disturbance.start()
            results = sluice_spark.run(self.spark, self.pipeline, [self.path("in")], output, SHARDS, PROGRAM,
                                       ["-j", "1", "--chunk", "20"])
            disturbance.over.set()
            disturbance.join()
            print("killed: %s" % ", ".join(disturbance.killed), file=sys.stderr)
            self.assertEqual(disturbance.killed, kinds)
            self.check(output, results)
        # Done once, it is not done again.
        started = time.monotonic()
        again = sluice_spark.run(self.spark, self.pipeline, [self.path("in")], output, SHARDS, PROGRAM,
                                 ["-j", "1", "--chunk", "20"])
        self.assertEqual(again, results)
        self.assertLess(time.monotonic() - started, 30)

        rows = sluice_spark.to_dataframe(self.spark, output)
        self.assertEqual(rows.count(), DOCUMENTS - len(range(7, DOCUMENTS, 500)))
        self.assertEqual(rows.select("id").distinct().count(), rows.count())
        self.assertEqual(rows.filter(rows.id == "d8").select("text").first()[0], "The number is 8. It rained.")

    def test_failures_are_not_hidden(self):
        with self.assertRaises(Exception) as caught:
            sluice_spark.run(self.spark, self.path("none.yaml"), [self.path("in")], self.path("x"), 2, PROGRAM)
        self.assertIn("ended with status 2", str(caught.exception))
        with self.assertRaises(sluice_spark.SluiceFailed):
            sluice_spark.to_dataframe(self.spark, self.path("in"))
        for text in ("", "{}", "null", '{"in": 3, "out": 1, "filtered": 0, "dead": 1, "crc": ""}'):
            with self.assertRaises(sluice_spark.SluiceFailed):
                sluice_spark.parse(text, "shard 0")


if __name__ == "__main__":
    unittest.main()
