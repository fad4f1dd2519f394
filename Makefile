# Siku. `make demo` and `make test` are all a fresh Debian or Ubuntu machine with cargo needs.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help demo build test lint formatted licensed models screenshots lighthouse

COMPILER := cc=gcc+libc6-dev
PYTHON   := pip3=python3-pip
BROWSER  := chromium=chromium chromedriver=chromium-driver
POSTGRES := initdb=postgresql

help:
	@echo "make demo    install what is missing, build, load demo records, match them, serve http://127.0.0.1:8080"
	@echo "make build   release binary at target/release/siku and the language models, nothing started"
	@echo "make test    all tests: SQLite, a real PostgreSQL, a real Chromium"
	@echo "make screenshots    renew the pictures in docs/"
	@echo "make lighthouse     what Lighthouse thinks of the main pages; fails below 95"
	@echo "make lint    formatting, clippy, licences and advisories"

demo: build
	target/release/siku demo

build: models
	@.ci/need $(COMPILER)
	cargo build --release --locked

# The two language models. Without them everything works on words alone, so a machine without network still builds.
models:
	@.ci/need $(PYTHON)
	@if [ -x models.sh ]; then ./models.sh || echo "LEFT OUT: language models could not be fetched; matching will use words alone" >&2; fi

# On Debian the browser is a must; Ubuntu's packages of it are only doors to another store, so there its tests may be left out.
# With LINTED=1 what is compiled for the tests is linted while it is, which spares compiling everything twice.
test: models
	@.ci/need $(COMPILER) $(POSTGRES) $(BROWSER) $(PYTHON)
	@.ci/fuzzer || echo "LEFT OUT: the fuzzer of the API could not be installed" >&2
	@linter=; if [ -n "$(LINTED)" ]; then linter="$$(.ci/linter)"; fi; \
	browser=; if command -v chromedriver >/dev/null 2>&1 || grep -qs '^ID=debian' /etc/os-release; then browser=SIKU_NEED_BROWSER=1; fi; \
	fuzzer=; if [ -x target/schemathesis/bin/schemathesis ]; then fuzzer=SIKU_NEED_FUZZER=1; fi; \
	axe=; if command -v npm >/dev/null 2>&1 && npm ci --prefix tests/axe --ignore-scripts --no-audit --no-fund --silent; then axe=SIKU_NEED_AXE=1; fi; \
	env $$linter SIKU_NEED_POSTGRES=1 $$browser $$fuzzer $$axe cargo test --workspace --locked
	@.ci/left-out

# The pictures of the README, from the demo records.
screenshots: build
	@.ci/need $(BROWSER)
	@{ fc-list :lang=zh; fc-list :lang=ar; } 2>/dev/null | grep -qi noto || .ci/need "noto fonts=fonts-noto-cjk+fonts-noto-core"
	scripts/screenshots.sh

# Lighthouse wants a quiet machine, so it is no part of `make test`.
lighthouse: build
	@.ci/need $(BROWSER) npm=npm
	npm ci --prefix tests/lighthouse --ignore-scripts --no-audit --no-fund --silent
	scripts/with-demo node tests/lighthouse/run.mjs

lint: formatted licensed
	@.ci/need $(COMPILER)
	@if .ci/component clippy clippy; then cargo clippy --workspace --all-targets --locked -- -D warnings; fi

formatted:
	@if .ci/component fmt rustfmt; then cargo fmt --all --check; fi

licensed:
	@if command -v cargo-deny >/dev/null 2>&1; then cargo deny --locked check; \
	else echo "LEFT OUT: cargo-deny is not installed; licences and advisories not checked"; fi
