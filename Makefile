# Peer Desktop's commands. `make run` opens the window and `make test` tests everything, from a bare machine on.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help run test lint directory benchmark translations lock clean

help:
	@echo "make run           install what is missing, then open the window"
	@echo "make test          install what is missing, then run all tests"
	@echo "make lint          ruff, mypy, import-linter, and whether both languages are complete"
	@echo "make directory     build data/directory.sqlite from the tables of data/source"
	@echo "make benchmark     speed and search quality (benchmarks/README.md)"
	@echo "make translations  bring resources/translations up to date with the code"
	@echo "make lock          choose and lock the newest allowed dependencies, with their hashes"
	@echo "make package       everything for Linux and Windows into dist/ (package-linux, package-windows: one of them)"
	@echo "make package-test  try every package as people use it (package-test-linux, package-test-windows)"
	@echo "make clean         remove the virtual environment and what was built in passing"

# What a newcomer types --------------------------------------------------------------------------------------

run: $(VENV)/can-run
	@sh packaging/open_window.sh $(BIN)

test: $(VENV)/can-test
	$(BIN)/python -m pytest

lint: $(VENV)/can-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python packaging/translations.py check

# What a contributor types -----------------------------------------------------------------------------------

directory: $(VENV)/can-run
	$(BIN)/python -m peer_desktop.exchange.shipped

# Other sizes: make benchmark SIZES="5000 100000 1000000"
SIZES ?= 5000 100000
PEERS := build/benchmark/peers

benchmark: $(VENV)/can-test $(PEERS)/installed
	$(BIN)/python benchmarks/search_questions.py tests/directory/questions.csv --plain
	$(BIN)/python benchmarks/window.py
	$(BIN)/python -m benchmarks.speed $(SIZES)

# What is measured beside this program has a venv of its own, so that nothing here ever depends on it.
$(PEERS)/installed: benchmarks/requirements.txt $(VENV)/libraries
	@echo "Installing the programs to compare with into $(PEERS) …"
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --require-hashes -r benchmarks/requirements.txt
	@touch $@

translations: $(VENV)/can-run
	$(BIN)/python packaging/translations.py update
	$(BIN)/python packaging/translations.py compile

LOCKED = uv pip compile pyproject.toml --group install --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --upgrade --quiet --custom-compile-command "make lock"

lock:
	@command -v uv >/dev/null || { echo "make lock needs uv: python3 -m pip install uv, or pipx install uv"; exit 1; }
	$(LOCKED) -o requirements/run.txt
	$(LOCKED) --extra dev --constraint requirements/run.txt -o requirements/test.txt

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache screenshots

# What is installed, each with a file that says when ----------------------------------------------------------

$(VENV)/libraries: packaging/debian-packages.txt packaging/system_libraries.sh
	@sh packaging/system_libraries.sh
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Peer Desktop needs Python 3.11 or newer as $(PYTHON). Elsewhere: make PYTHON=/path/to/python3.11 …"; exit 1; }
	@mkdir -p $(VENV)
	@touch $@

$(BIN)/python: | $(VENV)/libraries
	$(PYTHON) -m venv $(VENV)

$(VENV)/can-run: requirements/run.txt pyproject.toml $(VENV)/libraries | $(BIN)/python
	@echo "Installing the locked dependencies into $(VENV) (about 300 MB the first time) …"
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/run.txt
	@PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@$(BIN)/python -c 'import PySide6.QtWebEngineWidgets' || { sh packaging/system_libraries.sh explain; exit 1; }
	@touch $@

$(VENV)/can-test: requirements/test.txt pyproject.toml $(VENV)/libraries | $(BIN)/python
	@echo "Installing the locked dependencies into $(VENV) (about 300 MB the first time) …"
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/test.txt
	@PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/can-run

# Packages (packaging/README.md) -----------------------------------------------------------------------------
# Everything large lies outside the checkout; the packages themselves end in dist/.

PACKAGE_PYTHON ?= $(firstword $(wildcard /usr/bin/python3.11) $(PYTHON))
PACKAGE_CACHE := $(or $(PEER_DESKTOP_PACKAGE_CACHE),$(HOME)/.cache/peer-desktop-packages)
PACKAGE_RUN := $(PACKAGE_CACHE)/venv/bin/python

.PHONY: package package-linux package-windows package-folder package-lock
.PHONY: package-test package-test-linux package-test-windows package-test-all

package: $(PACKAGE_CACHE)/can-package
	@sh packaging/needed_packages.sh packaging/debian-packages-build-windows.txt
	$(PACKAGE_RUN) packaging/build.py linux windows sums

package-linux: $(PACKAGE_CACHE)/can-package
	$(PACKAGE_RUN) packaging/build.py linux sums

package-windows: $(PACKAGE_CACHE)/can-package
	@sh packaging/needed_packages.sh packaging/debian-packages-build-windows.txt
	$(PACKAGE_RUN) packaging/build.py windows sums

# What .ci/package does: the Linux folder, not packed, tried where it was built.
package-folder: $(PACKAGE_CACHE)/can-package
	$(PACKAGE_RUN) packaging/build.py folder
	$(PACKAGE_RUN) packaging/try_packages.py folder

package-test: package-test-all
package-test-linux package-test-windows package-test-all: package-test-%: $(PACKAGE_CACHE)/can-package
	@sh packaging/needed_packages.sh packaging/debian-packages-trial.txt
	$(PACKAGE_RUN) packaging/try_packages.py $(filter-out all,$*)

package-lock:
	uv pip compile packaging/requirements/build.in --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --upgrade --quiet --custom-compile-command "make package-lock" \
		-o packaging/requirements/build.txt

$(PACKAGE_CACHE)/can-package: requirements/run.txt packaging/requirements/build.txt \
		packaging/debian-packages-build.txt $(VENV)/libraries
	@sh packaging/needed_packages.sh packaging/debian-packages-build.txt
	@mkdir -p $(PACKAGE_CACHE)
	$(PACKAGE_PYTHON) -m venv $(PACKAGE_CACHE)/venv
	$(PACKAGE_RUN) -m pip install --quiet --require-hashes -r requirements/run.txt -r packaging/requirements/build.txt
	@touch $@
