# The two commands of the README are `make deck` and `make test`. They need Python 3.11 and make, nothing else.

PYTHON ?= $(shell for name in python3.11 python3 python3.12 python3.13; do \
  $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
RUNTIME := $(VENV)/.runtime-installed
TESTING := $(VENV)/.testing-installed

.PHONY: deck test lint format lock clean
.DEFAULT_GOAL := deck

deck: $(RUNTIME)  ## set up, read seeds/ and leave a deck in decks/
	$(BIN)/quizgen build

test: $(TESTING)  ## set up and run the tests
	$(BIN)/python -m pytest

lint: $(TESTING)  ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(TESTING)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "quizgen needs Python 3.11. Name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUNTIME): requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing into $(VENV) (about 500 MB, once) ..."
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(TESTING): requirements-test.lock $(RUNTIME)
	$(PIP) install --require-hashes -r requirements-test.lock
	@touch $@

# Choose versions anew. Needs uv; the locks name neither an index nor a path, so pip takes both from PyPI.
UV ?= uv
LOCK := $(UV) pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --upgrade
lock:
	$(LOCK) --extra build -o requirements.lock pyproject.toml
	$(LOCK) --extra dev -c requirements.lock -o requirements-test.lock pyproject.toml

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis dist
