#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Starts QGIS with the plugin enabled and the sample project open, in a profile of its own below build/.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/desktop_env.sh
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  echo "Er is geen scherm: start dit op een bureaublad, of zet DISPLAY op een virtueel scherm." >&2
  exit 1
fi
exec qgis --nologo --lang nl --profiles-path build/desktop --profile clean "$PROJECT" "$@"
