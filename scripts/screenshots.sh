#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Takes the pictures of README and manual in a real QGIS window on a virtual screen: screenshots.sh [FOLDER]
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/desktop_env.sh
export SHOTS=${1:-$PWD/docs/images}
mkdir -p "$SHOTS"
for number in $(seq 90 140); do [ -e "/tmp/.X11-unix/X$number" ] || break; done
export DISPLAY=:$number
# Without -dpi 96 the window's scale and the pointer's disagree.
Xvfb "$DISPLAY" -screen 0 1280x900x24 -dpi 96 -nolisten tcp >/dev/null 2>&1 & screen=$!
trap 'kill $manager $screen 2>/dev/null || true' EXIT
for _ in $(seq 100); do [ -e "/tmp/.X11-unix/X$number" ] && break; sleep 0.1; done
openbox >/dev/null 2>&1 & manager=$!
rm -f build/screenshots.result
timeout -k 5 600 qgis --nologo --lang nl --profiles-path build/desktop --profile clean --code scripts/take_screenshots.py "$PROJECT" >build/screenshots.log 2>&1 || true
cat build/screenshots.result
grep -q '^klaar$' build/screenshots.result
