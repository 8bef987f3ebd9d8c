#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Takes the pictures of README and manual in a real QGIS window on a virtual screen: screenshots.sh [FOLDER]; LANGUAGES=en for those in English only
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/desktop_env.sh
export SHOTS=${1:-$PWD/docs/images}
mkdir -p "$SHOTS"
# Without -dpi 96 the window's scale and the pointer's disagree. Xvfb takes a free number and tells it.
: >build/display
Xvfb -displayfd 3 -screen 0 1280x900x24 -dpi 96 -nolisten tcp >/dev/null 2>&1 3>build/display & screen=$!
trap 'kill $manager $screen 2>/dev/null || true' EXIT
for _ in $(seq 100); do [ -s build/display ] && break; sleep 0.1; done
DISPLAY=:$(cat build/display)
export DISPLAY
openbox >/dev/null 2>&1 & manager=$!
rm -f build/screenshots.result
walk() { # LANGUAGE SCRIPT WORD-AT-THE-END
  timeout -k 5 600 qgis --nologo --lang "$1" --profiles-path build/desktop --profile clean --code "scripts/$2" "$PROJECT" >build/screenshots.log 2>&1 || true
  grep -q "^$3\$" build/screenshots.result || { cat build/screenshots.result; exit 1; }
}
report() { # the report in a package, in a browser
  QT_QPA_PLATFORM=offscreen .venv/bin/python scripts/demo.py >build/screenshots.log 2>&1
  chromium --headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --hide-scrollbars --window-size=789,1200 \
    --user-data-dir=build/browser --screenshot="$SHOTS/rapport.png" "file://$PWD/build/demo/schoon/levering/LMVW_GM9999_2026-01-01/controle.html" >>build/screenshots.log 2>&1
}
for language in ${LANGUAGES:-nl en}; do
  case $language in
    nl) walk nl take_screenshots.py klaar && report ;;
    en) walk en take_english.py "ready in English" ;;
  esac
done
cat build/screenshots.result
