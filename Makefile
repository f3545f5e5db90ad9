# make demo    build the example dossier and verify it
# make test    lint, types, imports, tests, documentation: all that CI runs
# Python 3.11 is needed; name it with PYTHON=/path/to/python3.11 if python3 is another one.

PYTHON ?= python3
JOBS   ?= 2
BIN    := .venv/bin

# Set-up happens once for each lock and each Python: the stamp's name holds the digest of what it was made from.
DIGEST  = import hashlib, pathlib, sys; print(hashlib.sha256(b"".join([sys.version.encode(), *(pathlib.Path(p).read_bytes() for p in sys.argv[1:])])).hexdigest()[:16])
LOCKED := .venv/locked-$(shell $(PYTHON) -c '$(DIGEST)' requirements.lock 2>/dev/null)
READY  := .venv/ready-$(shell $(PYTHON) -c '$(DIGEST)' requirements.lock pyproject.toml 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help venv demo test lint quality perturb bench screenshots soak lock wheel clean

help:
	@echo "make demo      build the dossier of examples/treaty-2024 and verify it"
	@echo "make test      lint, types, imports, tests, documentation"
	@echo "make venv      only set up .venv"
	@echo "make quality   measure against the gold"
	@echo "make perturb   measure on deliberately damaged input"
	@echo "make bench     measure speed and memory"
	@echo "make soak      a library under load for ten minutes, and killed two hundred times; damaged articles"
	@echo "make screenshots   look at every page: three widths, light, dark, print"
	@echo "make wheel     build the wheel into dist/"
	@echo "make lock      resolve requirements.lock again"
	@echo "make clean     remove everything that was made"

venv: $(READY)

$(LOCKED):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null || { \
	  echo "Dragoman needs Python 3.11; '$(PYTHON)' is: $$($(PYTHON) --version 2>&1)."; \
	  echo "Name another one, for example: make $(or $(MAKECMDGOALS),venv) PYTHON=python3.11"; exit 2; }
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r requirements.lock
	@touch $@

$(READY): $(LOCKED)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation -e .
	@rm -f .venv/ready-*
	@touch $@

demo: venv
	$(BIN)/dragoman build examples/treaty-2024 -o out/treaty-2024
	$(BIN)/dragoman verify out/treaty-2024

test: venv lint
	$(BIN)/python -m pytest -n $(JOBS)

lint: venv
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

quality: venv
	$(BIN)/python -m quality.measure --floors
	$(BIN)/python -m quality.quotations

perturb: venv
	$(BIN)/python -m quality.perturb

bench: venv
	$(BIN)/python -m bench

# Needs Chromium. SHOTS=--readme also takes the picture of README.md.
screenshots: venv
	$(BIN)/python -m docs.screenshots $(SHOTS)

# Long: half an hour. A library under load for one minute and for ten, and killed two hundred times; damaged articles.
soak: venv
	$(BIN)/python -m bench.soak --seconds 60 --readers 20
	$(BIN)/python -m bench.soak --seconds 600 --readers 50
	DRAGOMAN_TEST_KILLS=200 $(BIN)/python -m pytest -q tests/test_store.py -k killed
	$(BIN)/python -m quality.damage --piles 20

wheel: venv
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation --wheel-dir dist .

# make lock LOCKFLAGS=--upgrade takes the newest versions the ranges allow.
lock: venv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --only-binary :all: \
	  --no-header --no-annotate --no-emit-index-url --group dev $(LOCKFLAGS) pyproject.toml --output-file requirements.lock

clean:
	rm -rf .venv out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
