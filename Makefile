# make run      open the dashboard
# make test     run the tests, ARGS="…" goes to pytest
# make check    format, lint, layers, types and tests: what a change has to pass
# make format   mend format and lint
# make bench    measure, beside a floor: ARGS="--only browser", ARGS="--facts 39,10000"
# make pins     renew constraints.txt
# make clean    remove the environment
# PYTHON=…      names the Python to build the environment with

BIN := .venv/bin
PINS := pyproject.toml constraints.txt
INSTALL := $(BIN)/python -m pip install --disable-pip-version-check --quiet -c constraints.txt -e
WITH_PIP := @$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip

.PHONY: run test check lint format bench pins chromium postgresql clean
.NOTPARALLEL:

run: .venv/run.stamp
	$(BIN)/streamlit run dashboard/app.py

test: .venv/test.stamp chromium postgresql
	$(BIN)/pytest $(ARGS)

check: lint test

lint: .venv/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy

format: .venv/dev.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/test.stamp chromium
	$(BIN)/python -m benchmarks $(ARGS)

clean:
	rm -rf .venv

# The newest versions that pyproject.toml allows, in an environment without leftovers.
pins: clean
	@$(MAKE) --no-print-directory $(BIN)/python
	$(BIN)/python -m pip install --disable-pip-version-check --quiet -e '.[dev]'
	@{ echo '# Exact versions for running, testing and development. Renew them with: make pins'; \
	    $(BIN)/python -m pip freeze --exclude-editable; } > constraints.new
	@mv constraints.new constraints.txt
	@touch .venv/run.stamp .venv/test.stamp .venv/dev.stamp

# Each step installs what the one before it has and more, so it renews that one's stamp too.

.venv/run.stamp: $(BIN)/python $(PINS)
	$(WITH_PIP)
	$(INSTALL) .
	@touch .venv/run.stamp

.venv/test.stamp: $(BIN)/python $(PINS)
	$(WITH_PIP)
	$(INSTALL) '.[test]'
	@touch .venv/run.stamp .venv/test.stamp

.venv/dev.stamp: $(BIN)/python $(PINS)
	$(WITH_PIP)
	$(INSTALL) '.[dev]'
	@touch .venv/run.stamp .venv/test.stamp .venv/dev.stamp

# A link to a Python that is gone counts as missing, so the environment is then made anew.
$(BIN)/python:
	@for python in $(PYTHON) python3.11 python3 python3.12 python3.13 python3.14; do \
	    if "$$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' \
	        2>/dev/null; then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	    echo "Sinograph needs Python 3.11 or newer with its venv module: install one (on Debian:" \
	        "apt-get install python3 python3-venv) or name one: make run PYTHON=/path/to/python3" >&2; \
	    exit 1; \
	fi; \
	echo "Making .venv with $$("$$found" --version)."; \
	"$$found" -m venv --clear .venv || { rm -rf .venv; exit 1; }

# The browser tests drive a Chromium that is there; only where there is none is one installed.
chromium:
	@has_chromium() { \
	    for name in chromium chromium-browser google-chrome; do \
	        if command -v "$$name" >/dev/null 2>&1; then return 0; fi; \
	    done; \
	    return 1; \
	}; \
	if [ -n "$$SINOGRAPH_CHROMIUM" ]; then \
	    if command -v "$$SINOGRAPH_CHROMIUM" >/dev/null 2>&1; then exit 0; fi; \
	    echo "SINOGRAPH_CHROMIUM names $$SINOGRAPH_CHROMIUM, which cannot be run." >&2; exit 1; \
	fi; \
	if has_chromium; then exit 0; fi; \
	sudo=; \
	if [ "$$(id -u)" != 0 ]; then sudo="sudo -n"; fi; \
	if command -v apt-get >/dev/null 2>&1 && $$sudo true 2>/dev/null; then \
	    $$sudo apt-get update && \
	    $$sudo env DEBIAN_FRONTEND=noninteractive \
	        apt-get install -y chromium fonts-noto-cjk fonts-liberation; \
	fi; \
	if has_chromium; then exit 0; fi; \
	echo "The browser tests need a Chromium: install Chromium or Chrome (on Debian: apt-get" \
	    "install chromium) or name its program in SINOGRAPH_CHROMIUM. Without one, run" \
	    "$(BIN)/pytest -m 'not browser'." >&2; \
	exit 1

# The tests of the store start a PostgreSQL of their own; only where there is none is one installed.
postgresql:
	@has_postgresql() { \
	    command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; \
	}; \
	if [ -n "$$SINOGRAPH_POSTGRESQL" ]; then \
	    if [ -x "$$SINOGRAPH_POSTGRESQL/initdb" ]; then exit 0; fi; \
	    echo "SINOGRAPH_POSTGRESQL names $$SINOGRAPH_POSTGRESQL, which holds no initdb." >&2; exit 1; \
	fi; \
	if has_postgresql; then exit 0; fi; \
	sudo=; \
	if [ "$$(id -u)" != 0 ]; then sudo="sudo -n"; fi; \
	if command -v apt-get >/dev/null 2>&1 && $$sudo true 2>/dev/null; then \
	    $$sudo apt-get update && \
	    $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y postgresql; \
	fi; \
	if has_postgresql; then exit 0; fi; \
	echo "The tests of the store need a PostgreSQL: install one (on Debian: apt-get install" \
	    "postgresql) or name the folder of its programs in SINOGRAPH_POSTGRESQL. Without one, run" \
	    "$(BIN)/pytest -m 'not postgresql'." >&2; \
	exit 1
