# make demo        install into .venv and read the packaged sample
# make test        the whole gate: style, types, lexicon, quality floors, tests
# make bench       quality and speed, measured
# make wheel       a package in build/wheel for this kind of machine and Python with its rules compiled, in some minutes
# make test-wheel  build that package and check that it reads as the plain one does
# make docs        bring the parts of the documentation that follow from the project up to date
# make clean       remove .venv and caches

VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable
# An installed package is compiled, one that is installed to be edited is not.
COMPILE := $(BIN)/python -m compileall -q src/communique
export OMP_NUM_THREADS := 1

.PHONY: demo test bench wheel test-wheel docs clean
.DELETE_ON_ERROR:

demo: $(VENV)/.installed
	$(BIN)/communique demo

test: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/communique lexicon check
	$(BIN)/python benchmarks/quality.py
	$(BIN)/pytest --numprocesses=auto --maxprocesses=4

bench: $(VENV)/.installed-dev
	$(BIN)/python benchmarks/quality.py
	$(BIN)/python benchmarks/speed.py --jobs --growth 100,1000 --out build/bench
	$(BIN)/python benchmarks/queries.py

# Built from a copy, as the compiler leaves its work beside the sources.
wheel: $(VENV)/.created
	rm -rf build/compiled build/wheel
	mkdir -p build/compiled
	cp -r LICENSE NOTICE README.md pyproject.toml src tools build/compiled
	HATCH_BUILD_HOOKS_ENABLE=1 $(BIN)/python -m pip wheel --no-deps --wheel-dir build/wheel ./build/compiled

test-wheel: wheel $(VENV)/.installed-dev
	$(BIN)/python benchmarks/compiled.py build/wheel

docs: $(VENV)/.installed-dev
	$(BIN)/python tools/write_docs.py --write

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist

# The stamps keep a second run from installing again while pyproject.toml is unchanged.
$(VENV)/.installed: $(VENV)/.created pyproject.toml
	$(INSTALL) .
	$(COMPILE)
	touch $@

$(VENV)/.installed-dev: $(VENV)/.created pyproject.toml
	$(INSTALL) '.[dev]'
	$(COMPILE)
	touch $@ $(VENV)/.installed

# The first Python that runs, is new enough and can make a virtual environment; PYTHON=... names another.
$(VENV)/.created:
	@for python in $(PYTHON) python3.12 python3.13 python3.11 python3 python3.14; do \
	  if "$$python" -c 'import sys, ensurepip, ssl, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    echo "using $$("$$python" --version) for $(VENV)"; \
	    "$$python" -m venv $(VENV) && touch $@; exit; \
	  fi; \
	done; \
	echo "communique needs Python 3.11 or newer with the venv module, and none was found." >&2; \
	echo "Install one (on Debian or Ubuntu: apt install python3 python3-venv), or name it: make PYTHON=/path/to/python3 demo" >&2; \
	exit 1
