# SPDX-License-Identifier: GPL-2.0-or-later
# Every command sets up what it needs, once. `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help demo test test-oldest monkey matrix desktop package bench check docs screenshots clean

PLANS ?=
WORKBOOK ?=
BOUNDARY ?=
GEMEENTE ?=
PEILDATUM ?=

PY = .venv/bin/python
OLDEST = tests/layers/test_making_valid.py tests/layers/test_conflicts.py $(wildcard tests/layers/test_polygon_*.py tests/layers/test_workbook_writer.py)
# Headless Qt, a private run-time folder, and paths that do not depend on the caller's language settings.
HEADLESS = QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1 XDG_RUNTIME_DIR=$(CURDIR)/build/run

help:
	@sed -n 's/^## //p' $(MAKEFILE_LIST)

build/run:
	@mkdir -p -m 700 $@

## make demo        plan file, import, checks and delivery on the sample (or PLANS= [WORKBOOK=] [BOUNDARY=] GEMEENTE= PEILDATUM=)
demo: build/run
	@bash scripts/setup.sh run
	@$(HEADLESS) $(PY) scripts/demo.py --plans "$(PLANS)" --workbook "$(WORKBOOK)" --boundary "$(BOUNDARY)" --gemeente "$(GEMEENTE)" --peildatum "$(PEILDATUM)"

## make test        the whole test suite
test: build/run
	@bash scripts/setup.sh test
	@$(HEADLESS) bash scripts/suite.sh $(PYTEST)

## make test-oldest the tests of polygons and of the workbook with the oldest shapely and openpyxl that must do
test-oldest: build/run
	@bash scripts/setup.sh shapely20
	@$(HEADLESS) .venv-shapely20/bin/python -m pytest $(OLDEST)

## make monkey      random clicks and keys in our windows for five minutes, in a real QGIS (SEED=1 to begin as before, SEEDS=20)
monkey: build/run
	@bash scripts/setup.sh desktop
	@LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1 $(PY) scripts/monkey.py $(if $(SEED),--seed $(SEED)) $(if $(SEEDS),--seeds $(SEEDS))

## make matrix      the suite on every pair of QGIS and shapely that can be had here (ROWS="qgis340-shapely20 debian13")
matrix:
	@PYTEST="$(PYTEST)" bash scripts/matrix.sh $(ROWS)

## make check       lint, types, architecture, packaging scan
check: build/run
	@bash scripts/setup.sh test
	@$(HEADLESS) bash scripts/check.sh

## make desktop     QGIS with the plugin and the sample project
desktop:
	@bash scripts/setup.sh desktop
	@bash scripts/desktop.sh

## make package     the installable plugin zip in dist/
package: build/run
	@bash scripts/setup.sh run
	@$(PY) scripts/package.py zip dist

## make bench       speed, as ratios against named peers in one run
bench: build/run
	@bash scripts/setup.sh bench
	@$(HEADLESS) .venv-bench/bin/python scripts/bench.py $(BENCH)

## make docs        the generated tables of the manual
docs: build/run
	@bash scripts/setup.sh run
	@$(PY) scripts/make_docs.py

## make screenshots the pictures of the manual, taken in a real window
screenshots:
	@bash scripts/setup.sh desktop
	@bash scripts/screenshots.sh

clean:
	rm -rf build dist
