# `make help` says what there is. Everything is made inside this folder; only `make system` touches the machine.
PYTHON ?= python3
PORT ?= 8000

BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCKED := --require-hashes --only-binary :all:

# Stamps: a step is done again only when what it was made from has changed.
RUNTIME := .venv/.runtime
DEV := .venv/.dev
PACKAGES := node_modules/.packages
ASSETS := scrutiny_app/static/build/.built
ASSET_SOURCES := $(shell find scrutiny_app/static -path scrutiny_app/static/build -prune -o -type f -print 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help setup system run test lint faults bench assets demo-reset lock

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

setup: $(RUNTIME) $(ASSETS) ## Make .venv and build the assets

system: $(DEV) ## Install the Chromium and PostgreSQL that the tests need (as root; else say how)
	@scripts/system

run: setup ## Fill a demonstration and serve it on http://127.0.0.1:8000 (PORT= changes it)
	@$(BIN)/python -m scrutiny_app demo
	@exec $(BIN)/python -m scrutiny_app serve

test: $(DEV) $(ASSETS) ## Run the linters and all the tests
	@scripts/system || echo "Going on without: the tests that could not run are listed at the end." >&2
	@linted=0; $(MAKE) --no-print-directory lint || linted=1; \
	$(BIN)/python -m pytest -n 2 || exit; \
	[ $$linted = 0 ] || { echo "The linters found faults: see above, before the tests." >&2; exit 1; }

lint: $(DEV) ## Run ruff, mypy, djlint and import-linter
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/djlint --quiet --lint templates
	$(BIN)/lint-imports --no-logo

faults: $(DEV) ## Kill workers and commands at random moments of an import, fifty times each
	@$(BIN)/python -m tests.faults $(if $(SEED),--seed $(SEED))

bench: $(DEV) $(ASSETS) ## Measure the speeds that the design promises
	@$(BIN)/python -m tests.benchmarks

assets: $(ASSETS) ## Build the style sheet and the scripts

demo-reset: setup ## Throw the demonstration away and make it anew
	@$(BIN)/python -m scrutiny_app demo --reset

lock: $(DEV) ## Lock what pyproject.toml asks for (UPGRADE=1 takes the newest versions)
	$(call compile,requirements.txt) --group build pyproject.toml
	$(call compile,requirements-dev.txt) --group build --group dev --constraints requirements.txt pyproject.toml
	$(call compile,requirements-node.txt) --group node

run demo-reset: export SCRUTINY_DEMO := 1
run demo-reset: export SCRUTINY_PORTAL := all
run demo-reset: export SCRUTINY_PORT := $(PORT)

compile = $(BIN)/uv pip compile --quiet $(if $(UPGRADE),--upgrade) --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command "make lock" --output-file $(1)

.venv/bin/python:
	@scripts/system venv
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11 ..." >&2; exit 1; }
	$(PYTHON) -m venv .venv

$(RUNTIME): requirements.txt pyproject.toml | .venv/bin/python
	$(INSTALL) $(LOCKED) -r requirements.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements-dev.txt $(RUNTIME)
	$(INSTALL) $(LOCKED) -r requirements-dev.txt
	@touch $@

$(PACKAGES): package.json package-lock.json | $(RUNTIME)
	scripts/npm ci --no-progress --no-update-notifier
	@touch $@

$(ASSETS): $(PACKAGES) $(ASSET_SOURCES)
	scripts/npm run --silent build
	@touch $@
