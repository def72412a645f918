# Presswatch. On a fresh machine (Python 3.11 or later, make, git) two commands do:
#   make demo   sets everything up and shows the main job on a site that lives here
#   make test   sets everything up and checks format, lint, types, imports, tests

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# The first Python that really runs and is new enough.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo $$p; break; }; done)
# Which tests: `make test-all` takes those that need a browser too.
MARKS ?= not browser and not soak
WORKERS ?= 3
BENCHES ?= startup archive crawl structures layouts

.PHONY: setup demo test test-all soak bench check format lock browser clean
.DEFAULT_GOAL := test

setup: $(READY)

# Everything comes by hash from requirements.lock, wheels only, the build back end
# too; once this file stands, nothing below needs the network.
$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Presswatch needs Python 3.11 or later" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--only-binary :all: --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--no-index --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY)
	@$(BIN)/python -m tests.fixtures.demo

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

test: check
	@echo "Tests marked: $(MARKS) (a browser's: make test-all; the long loops: make soak)"
	$(BIN)/pytest -q -n $(WORKERS) --dist worksteal -m "$(MARKS)"

test-all: browser
	@$(MAKE) --no-print-directory test MARKS="not soak"

soak: $(READY)
	$(BIN)/pytest -q -m soak -s

# Figures are ratios to a named peer, both measured here and now, or counts of what
# is read or told wrongly.
bench: $(READY)
	@for name in $(BENCHES); do $(BIN)/python -m benchmarks.$$name || exit 1; done

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Debian's browser, for the tests that need one.
browser:
	@command -v chromium >/dev/null || { \
		sudo=$$(test "$$(id -u)" = 0 || echo sudo); \
		$$sudo apt-get -q update && $$sudo apt-get -qy install chromium; }

# Makes requirements.lock anew from the ranges in pyproject.toml (needs uv).
lock:
	@echo "# Made by 'make lock' from pyproject.toml; Python 3.11 and later." > .lock
	@echo "--only-binary :all:" >> .lock
	env -u UV_FIND_LINKS -u PIP_FIND_LINKS uv --no-config pip compile pyproject.toml \
		--group dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header --no-annotate \
		--quiet $(LOCK_OPTIONS) >> .lock
	@mv .lock requirements.lock

clean:
	rm -rf $(VENV) .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
