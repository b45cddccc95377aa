# The one door. On a fresh machine (Debian, Python 3.11, make): `make demo`, then `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= 0

.PHONY: demo test check bench docs clean help

help:
	@echo "make demo   install what is needed, read the sample coverage, write demo/sample.html"
	@echo "make test   run the tests"
	@echo "make check  types, lint, layers, documentation"
	@echo "make bench  the benchmarks (slow; corpora are named by DRAGOMAN_SHARED)"
	@echo "make docs   build the documentation into site/"

demo: $(VENV)/installed
	$(BIN)/dragoman demo -o demo
	@echo "Open demo/sample.html in a browser."

test: $(VENV)/developing
	$(BIN)/python -m pytest

check: $(VENV)/developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/generate.py --check

bench: $(VENV)/developing
	$(BIN)/python bench/all.py

docs: $(VENV)/documenting
	$(BIN)/python docs/generate.py
	$(BIN)/mkdocs build --strict

clean:
	rm -rf $(VENV) demo site .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Each stamp is made again when what it installs may have changed.
$(VENV)/python:
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/installed: $(VENV)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/developing: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

$(VENV)/documenting: $(VENV)/developing
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[docs]'
	@touch $@
