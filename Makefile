# Two commands do everything: `make run` and `make test`. Each target makes what it needs by itself.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
WEB := viz/static/index.html
WEB_SOURCES := $(shell find viz/web -type f -not -path '*/node_modules/*' 2>/dev/null)
PORT ?= 8000

.PHONY: run test check eval bench clean install web ocr chromium neo4j format
.DEFAULT_GOAL := run

run: $(STAMP) $(WEB) ocr  ## install, load the sample corpus into the embedded store, serve the explorer
	$(BIN)/cancu load tests/corpus
	$(BIN)/cancu serve --port $(PORT)

test: $(STAMP) $(WEB) ocr chromium neo4j  ## install what the tests need and run them all
	$(BIN)/pytest -n logical --maxprocesses 3

check: $(STAMP)  ## format, lint, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

eval: $(STAMP)  ## figures of the reading on our cases against their baseline, and on ../shared where it is
	$(BIN)/python tests/evaluate.py

bench: $(STAMP)  ## ratios in one run, with the yardstick installed
	$(BIN)/python -m pip install --quiet -c constraints.txt --group bench
	$(BIN)/python tests/bench.py

install: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet -c constraints.txt --group dev -e ".[ocr]"
	touch $@

web: $(WEB)

$(WEB): $(STAMP) $(WEB_SOURCES)
	$(BIN)/python viz/build.py

ocr: $(STAMP) $(WEB)  ## the data for recognising Vietnamese, where it is missing
	@$(BIN)/python -m loaders.ocr_data

chromium: $(STAMP)
	@$(BIN)/python tests/browser.py

neo4j: $(STAMP)
	@$(BIN)/python tests/neo4j_home.py

clean:
	rm -rf $(VENV) viz/static viz/web/node_modules .cache .mypy_cache .ruff_cache .pytest_cache build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
