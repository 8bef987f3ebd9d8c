#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# The suite on every pair of QGIS and shapely that can be had here: matrix.sh [ROW...], each row a line with the commit and its outcome.
#   qgis340-shapely20   this machine's QGIS, shapely and openpyxl as the Windows installers of before February 2026 have them
#   qgis340-shapely21   this machine's QGIS, shapely and openpyxl as pinned
#   shapely             the tests of polygons with each shapely from 2.0.6 on, this machine's QGIS; a line for each
#   openpyxl            the tests of the workbook with each openpyxl from 3.0.9 on; a line for each
#   nocase              the tests that write, on a disk on which upper and lower case are one name, as on Windows
#   debian12            a fresh Debian 12: set-up from nothing, its QGIS 3.40 from backports
#   debian13            a fresh Debian 13: set-up from nothing, QGIS 3.40 and the distribution's own packages
#   debian13-qgis344    the same with QGIS 3.44 from backports
# On a fresh Debian both commands of the README are run: make demo and make test. PYTEST="tests/layers" limits what the latter runs. The fresh ones are root folders made by debootstrap in MATRIX (default build/matrix; kept).
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
rows=("$@")
[ ${#rows[@]} -gt 0 ] || rows=(shapely openpyxl nocase qgis340-shapely20 qgis340-shapely21 debian12 debian13 debian13-qgis344)
roots=${MATRIX:-$root/build/matrix}
logs=$root/build/matrix-logs
mkdir -p "$roots" "$logs" && mkdir -p -m 700 build/run

shapelies=(2.0.6 2.1.0 2.1.2 2.2.0)
openpyxls=(3.0.9 3.0.10 3.1.0 3.1.2 3.1.5)

# Tests of this folder with one version of a package before the one in the venv; numpy stays what it is: with PACKAGE VERSION TEST...
with() {
  local package=$1 version=$2 folder=$roots/$1-$2
  [ -e "$folder" ] || .venv/bin/pip -q install --no-deps --target "$folder" "$package==$version" || return
  PYTHONPATH=$folder .venv/bin/python -c "import $package; assert $package.__version__ == '$version', $package.__version__" || return
  PYTHONPATH=$folder PYTEST="${*:3}" suite .venv/bin/python
}

# The tests that write files, on a disk of that kind
nocase() {
  local folder=$roots/nocase status=0
  apt-get -q -y install fuse3 libfuse2 && .venv/bin/pip -q install --target "$folder/fusepy" --upgrade fusepy || return
  rm -rf "$folder/under" && mkdir -p "$folder/under" "$folder/schijf"
  PYTHONPATH=$folder/fusepy .venv/bin/python scripts/nocase_disk.py "$folder/under" "$folder/schijf" || return
  touch "$folder/schijf/Een" && [ -e "$folder/schijf/eEN" ] || return
  PYTEST="--basetemp=$folder/schijf/tests tests/layers/test_files.py tests/layers/test_package.py tests/layers/test_placing.py tests/layers/test_planfile.py \
    tests/layers/test_working_copy.py tests/layers/test_copies_left.py tests/processing/test_createplanfile.py tests/processing/test_delivery_moment.py \
    tests/processing/test_exportdelivery.py tests/processing/test_exportdelivery_choices.py tests/processing/test_fillsheets.py \
    tests/processing/test_fillsheets_odd.py tests/processing/test_upgradeplanfile.py tests/processing/test_windows.py" suite .venv/bin/python || status=$?
  fusermount3 -u "$folder/schijf"
  return $status
}

# The suite of this folder with some Python: suite PYTHON
suite() {
  QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1 XDG_RUNTIME_DIR=$root/build/run "$1" -m pytest ${PYTEST:-}
}

# A fresh Debian with nothing but git and make, and our last commit in /src: fresh NAME SUITE [PACKAGES-SUITE]
fresh() {
  local name=$1 suite=$2 backports=${3:-} folder=$roots/$1 mirror
  mirror=$(awk '$1=="URIs:"{print $2; exit}' /etc/apt/sources.list.d/debian.sources)
  if [ ! -e "$folder/.made" ]; then
    command -v debootstrap >/dev/null || apt-get -q -y install debootstrap
    rm -rf "$folder"
    debootstrap --variant=minbase --include=ca-certificates,git,make "$suite" "$folder" "$mirror"
    { echo "deb $mirror $suite main"; [ -z "$backports" ] || echo "deb $mirror $backports main"; } >"$folder/etc/apt/sources.list"
    echo 'Acquire::Check-Valid-Until "false";' >"$folder/etc/apt/apt.conf.d/99matrix"
    echo 'force-unsafe-io' >"$folder/etc/dpkg/dpkg.cfg.d/99matrix"
    printf '#!/bin/sh\nexit 101\n' >"$folder/usr/sbin/policy-rc.d" && chmod +x "$folder/usr/sbin/policy-rc.d"
    touch "$folder/.made"
  fi
  rm -rf "$folder/src/lmvw" && mkdir -p "$folder/src"
  git clone -q "$root" "$folder/src/lmvw"
  inside "$folder" bash -c "set -e
    ${backports:+apt-get -q update; apt-get -q -y --no-install-recommends -t $backports install qgis python3-qgis python3-venv}
    cd /src/lmvw && make demo && make test PYTEST='${PYTEST:-}'"
}

# A command in a root folder, with mounts that are gone when it ends; ../shared beside the project when it is here.
inside() {
  local folder=$1
  shift
  FOLDER=$folder SHARED=$(realpath -q "$root/../shared" || true) unshare --mount --pid --fork --kill-child --propagation private bash -c '
    set -e
    mount -t proc proc "$FOLDER/proc"
    mount --rbind /dev "$FOLDER/dev"
    mount -t tmpfs -o mode=1777 tmpfs "$FOLDER/dev/shm"
    if [ -d "$SHARED" ]; then mkdir -p "$FOLDER/src/shared"; mount --bind "$SHARED" "$FOLDER/src/shared"; fi
    for file in /etc/resolv.conf /etc/ssl/certs/ca-certificates.crt /etc/pip.conf; do # the way out, as this machine has it
      [ ! -e "$file" ] || { [ -e "$FOLDER$file" ] || : >"$FOLDER$file"; mount --bind "$file" "$FOLDER$file"; }
    done
    exec chroot "$FOLDER" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
      PIP_CERT=/etc/ssl/certs/ca-certificates.crt "$@"' bash "$@"
}

row() {
  case $1 in
    shapely-*) bash scripts/setup.sh test && with shapely "${1#*-}" tests/layers/test_making_valid.py tests/layers/test_conflicts.py tests/layers/test_polygon_*.py ;;
    openpyxl-*) bash scripts/setup.sh test && with openpyxl "${1#*-}" tests/layers/test_workbook_*.py tests/layers/test_openpyxl_alone.py tests/layers/test_package.py ;;
    qgis340-shapely20) bash scripts/setup.sh shapely20 && suite .venv-shapely20/bin/python ;;
    qgis340-shapely21) bash scripts/setup.sh test && suite .venv/bin/python ;;
    nocase) bash scripts/setup.sh test && nocase ;;
    debian12) fresh debian12 bookworm ;;
    debian13) fresh debian13 trixie ;;
    debian13-qgis344) fresh debian13-qgis344 trixie trixie-backports ;;
    *) echo "onbekende rij: $1" && return 2 ;;
  esac
}

failed=0
each=()
for name in "${rows[@]}"; do
  case $name in
    shapely) each+=("${shapelies[@]/#/shapely-}") ;;
    openpyxl) each+=("${openpyxls[@]/#/openpyxl-}") ;;
    *) each+=("$name") ;;
  esac
done
for name in "${each[@]}"; do
  commit=$(git rev-parse --short HEAD)
  if row "$name" >"$logs/$name.log" 2>&1; then outcome=ok; else outcome=MISLUKT failed=1; fi
  printf '%s | %s | %s | %s\n' "$name" "$commit" "$outcome" "$(grep -E '(passed|failed|error)' "$logs/$name.log" | tail -n 1)"
done
exit $failed
