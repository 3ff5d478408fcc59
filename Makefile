# Sluice. `make demo` and `make test` do everything on a fresh Debian or Ubuntu machine with Swift.

SLUICE := .build/release/sluice
PAGES  := Pipelines/fixtures/pages

.PHONY: demo test torture build format lint bench bench-peers packages

demo: build
	@$(SLUICE) demo
	@echo
	@echo "An archive: $(PAGES)"
	@$(SLUICE) run talks $(PAGES) -o .build/demo.jsonl
	@$(SLUICE) verify .build/demo.jsonl

test: packages
	swift test

# A thousand kills of a run at random instants, with spoiled tails; `make test` does a few of them.
torture: packages
	SLUICE_TORTURE_KILLS=1000 swift test --filter bytesAfterManyKills

build: packages
	swift build -c release --product sluice

format:
	swift format --in-place --parallel --recursive $(SWIFT_FOLDERS)

lint:
	swift format lint --strict --parallel --recursive $(SWIFT_FOLDERS)

SWIFT_FOLDERS := Package.swift Sources Tests Plugins/*/Package.swift Plugins/*/Sources Plugins/*/Tests Benchmarks/Package.swift Benchmarks/Benchmarks

# The table of throughput: documents, megabytes and tokens per CPU second. BENCH_PAGES, BENCH_TEXTS and BENCH_CAPTIONS
# name other folders of pages, texts and captions.
bench: packages
	swift package --package-path Benchmarks benchmark --no-progress

# The main job beside two stacks of Python on the same pages, and captions beside their readers; ARCHIVE is a WARC file or a folder of pages.
ARCHIVE ?= $(PAGES)
PEERS   ?= .build/peers
bench-peers: build
	@test -x $(PEERS)/bin/python || { python3 -m venv $(PEERS) \
	  && $(PEERS)/bin/pip install --quiet -r Benchmarks/Peers/requirements.txt; }
	$(PEERS)/bin/python Benchmarks/Peers/compare.py $(SLUICE) $(ARCHIVE)
	$(PEERS)/bin/python Benchmarks/Peers/captions.py $(SLUICE)

packages:
	@.ci/install-packages
