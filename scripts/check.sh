#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Lint, types, architecture, generated pages, Qt 6 readiness, and the scan that the plugin site makes of an upload.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
step() { printf '%s\n' "-- $*"; }

step ruff
$bin/ruff check .
$bin/ruff format --check .
step mypy
$bin/mypy
step import-linter
$bin/lint-imports --no-cache
step generated pages
$bin/python scripts/make_docs.py
git diff --exit-code --stat -- docs/velden.md docs/regels.md docs/bestanden.md docs/rooms.svg
step English texts
$bin/python scripts/texts.py
step Python 3.10 to 3.14
$bin/python scripts/check_python.py lmvw_plugin
$bin/vermin --target=3.10- --violations --no-tips --no-parse-comments lmvw_plugin
step Qt 6
.venv-qt6/bin/python scripts/check_qt6.py lmvw_plugin
step scoped enums
$bin/python scripts/check_enums.py lmvw_plugin
step packaging scan
rm -rf build/scan
$bin/python scripts/package.py zip build/scan
$bin/python scripts/check_site.py build/scan/lmvw_woningbouw-*.zip
$bin/python -m zipfile -e build/scan/lmvw_woningbouw-*.zip build/scan/plugin
$bin/bandit -q -r build/scan/plugin
$bin/detect-secrets scan --all-files build/scan/plugin | $bin/python -c '
import json, sys
found = json.load(sys.stdin)["results"]
print(json.dumps(found, indent=1)) if found else None
sys.exit(bool(found))'
# E501 and E203 are style; the site has them switched off.
$bin/flake8 --max-line-length 160 --extend-ignore E203,E501,W503,E704 build/scan/plugin
step done
