#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The whole suite: suite.sh [ARGUMENT OF PYTEST...]
# The journeys in a real window mostly wait for QGIS; where there are two cores they run beside the rest, with the tests of core and package, so that
# both take about as long; what they say comes after it.
set -uo pipefail
cd "$(dirname "$0")/.."
suite() { .venv/bin/python -m pytest "$@"; }

# Thousands of small databases, each of which waits for the disk: in memory, where there is plenty, they take a third of the time.
memory=/dev/shm
room() { df -k --output=avail "$memory" 2>/dev/null | tail -1; }
spare() { sed -n 's/^MemAvailable: *\([0-9]*\).*/\1/p' /proc/meminfo 2>/dev/null; }
if [ -z "${TMPDIR:-}" ] && [ -w "$memory" ] && [ "$(room)" -gt 8000000 ] && [ "$(spare)" -gt 8000000 ]; then
  TMPDIR=$(mktemp -d "$memory/lmvw.XXXXXX")
  chmod 755 "$TMPDIR" # as /tmp: a database server of the tests runs as another user
  export TMPDIR
  trap 'rm -rf -- "$TMPDIR"' EXIT
fi

# Who names tests or a folder gets just that.
case " $* " in *tests* | */*) suite "$@"; exit ;; esac
[ "$(nproc)" -gt 1 ] || { suite "$@"; exit; }

said=build/journeys.log
beside=(tests/window tests/core tests/package)
# The name of a worker gives them a profile of their own (pytest-qgis): two programs that make one profile at once spoil its database.
set -m # in a group of its own, which Ctrl+C can be passed on to
PYTEST_XDIST_WORKER=journeys LMVW_BUILD=build/journeys suite -o cache_dir=build/journeys-cache "${beside[@]}" "$@" >"$said" 2>&1 &
journeys=$!
set +m
trap 'kill -INT -- "-$journeys"; wait "$journeys"; exit 130' INT TERM

suite "${beside[@]/#/--ignore=}" "$@"
rest=$?
printf '\nthe journeys in a real window, and the tests of core and package:\n'
wait "$journeys"
window=$?
cat "$said"

# 5: no test has that name, here; the other half may have it.
if [ "$rest" = 5 ]; then exit "$window"; fi
if [ "$window" = 5 ]; then exit "$rest"; fi
exit $((rest > window ? rest : window))
