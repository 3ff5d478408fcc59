#!/usr/bin/env python3
"""`sluice cues` beside the Python libraries that read captions, each on the same made-up files, in turn.

    captions.py SLUICE [--megabytes 5] [--rounds 3]

Of Sluice the whole program is timed, with the cues that it prints as JSON; of the peers the reading into their cues
alone. CPU time, the best of the rounds.
"""
import argparse
import io
import pathlib
import random
import resource
import subprocess
import tempfile
import time

WORDS = "the harbour of a ship we went there and so they said it was not what people thought about money or work".split()


def clock(milliseconds, point):
    seconds, part = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{point}{part:03}"


def made(extension, size):
    """Captions of two lines and some seconds each, about as many bytes as are asked for."""
    choice = random.Random(7)
    point = "," if extension == "srt" else "."
    pieces = ["WEBVTT\n\n"] if extension == "vtt" else []
    total = at = number = 0
    while total < size:
        number += 1
        end = at + choice.randrange(900, 4000)
        lines = "\n".join(" ".join(choice.choices(WORDS, k=7)) for _ in range(2))
        pieces.append(f"{number}\n{clock(at, point)} --> {clock(end, point)}\n{lines}\n\n")
        total += len(pieces[-1])
        at = end + choice.randrange(0, 500)
    return "".join(pieces)


def peers(extension):
    import pysubs2
    import srt
    import webvtt
    readers = {"pysubs2": lambda text: pysubs2.SSAFile.from_string(text, format_=extension)}
    if extension == "srt":
        readers["srt"] = lambda text: list(srt.parse(text))
    else:
        readers["webvtt-py"] = lambda text: webvtt.from_buffer(io.StringIO(text)).captions
    return readers


def sluice_seconds(sluice, path):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sluice, "cues", path], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def seconds(read, text):
    start = time.process_time()
    read(text)
    return time.process_time() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sluice")
    parser.add_argument("--megabytes", type=float, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print("| captions | program | MB per CPU second | sluice is |")
    print("|---|---|---|---|")
    for extension in ("vtt", "srt"):
        text = made(extension, options.megabytes * 1e6)
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / f"captions.{extension}"
            path.write_text(text)
            timed = {"sluice cues": lambda: sluice_seconds(options.sluice, path)}
            for name, read in peers(extension).items():
                timed[name] = lambda read=read: seconds(read, text)
            best = {name: min(time() for _ in range(options.rounds)) for name, time in timed.items()}
        for name, taken in best.items():
            ratio = taken / best["sluice cues"]
            print(f"| {extension} | {name} | {len(text) / taken / 1e6:.1f} | {ratio:.1f} x |")


if __name__ == "__main__":
    main()
