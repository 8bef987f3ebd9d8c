#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Installs what a job needs, once: setup.sh run|test|bench|desktop|shapely20
#   run      QGIS >= 3.40 with qgis_process, Qt's compiler of translations, and a venv with shapely and openpyxl
#   test     desktop + the test and lint packages, LibreOffice (second reader of the workbook), strace, a browser with axe-core for the reports
#   shapely20  the tests with the oldest shapely and openpyxl that must do, in a venv of their own
#   bench    the peers to measure against, in a venv of their own, and a virtual screen
#   desktop  run + a virtual screen and the programs that drive and photograph a window
# Idempotent: what is there already is not installed again. Works as root or with sudo.
set -euo pipefail
cd "$(dirname "$0")/.."

job=${1:-run}
minimum=34000
say() { printf 'setup: %s\n' "$*" >&2; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# The distribution's own interpreter: no other one sees the QGIS packages.
qgis_version() {
  QT_QPA_PLATFORM=offscreen /usr/bin/python3 -c 'from qgis.core import Qgis; print(Qgis.QGIS_VERSION_INT)' 2>/dev/null || echo 0
}

apt_updated=
apt_install() {
  if [ -z "$apt_updated" ]; then
    say "apt-get update"
    as_root apt-get -q update >.setup.log 2>&1 || { tail -n 20 .setup.log >&2; say "apt-get update mislukte"; exit 1; }
    apt_updated=yes
  fi
  say "apt-get install $*"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "$@" >>.setup.log 2>&1 ||
    { tail -n 20 .setup.log >&2; say "apt-get install mislukte, zie .setup.log"; exit 1; }
}

# Debian 12 carries QGIS 3.40 in its backports suite: that suite is derived from the
# machine's own source entry, so that its mirror and key are used. The mirror may be a
# frozen one, hence no validity date.
add_backports() {
  local suite=$1-backports list=/etc/apt/sources.list.d/$1-backports
  [ -e "$list.sources" ] || [ -e "$list.list" ] && return
  grep -rqs "$suite" /etc/apt/sources.list /etc/apt/sources.list.d && return
  say "adding the suite $suite"
  if [ -e /etc/apt/sources.list.d/debian.sources ]; then
    awk -v from="$1" -v to="$suite" 'BEGIN{RS="";ORS="\n\n"} $0 ~ "Suites:[^\n]*" from "( |\n)" {
      sub(/Suites:[^\n]*/, "Suites: " to "\nCheck-Valid-Until: no"); print; exit}' \
      /etc/apt/sources.list.d/debian.sources | as_root tee "$list.sources" >/dev/null
  else
    awk -v from="$1" -v to="$suite" '$1=="deb" { for (i=2; i<=NF; i++) if ($i==from) { $i=to; print; exit } }' \
      /etc/apt/sources.list | as_root tee "$list.list" >/dev/null
  fi
}

if [ "$(qgis_version)" -lt $minimum ] || ! command -v qgis_process >/dev/null; then
  command -v apt-get >/dev/null || { say "geen apt op deze machine: installeer QGIS 3.40 of nieuwer zelf"; exit 1; }
  target=()
  . /etc/os-release
  if [ "${VERSION_CODENAME:-}" = bookworm ]; then
    add_backports bookworm
    target=(-t bookworm-backports)
  fi
  apt_install "${target[@]}" qgis python3-qgis python3-venv
  found=$(qgis_version)
  [ "$found" -ge $minimum ] || { say "deze distributie heeft QGIS $found; nodig is 3.40 of nieuwer"; exit 1; }
fi

packages=()
need() { command -v "$1" >/dev/null || packages+=("${@:2}"); }
need_window() {
  need Xvfb xvfb xauth; need xdotool xdotool; need openbox openbox; need import imagemagick
  [ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] || packages+=(fonts-dejavu-core)
  [ -e /usr/share/fonts/truetype/open-sans ] || packages+=(fonts-open-sans) # QGIS's own default, which it would try to download
  [ -e /usr/share/qt5/translations/qtbase_nl.qm ] || packages+=(qttranslations5-l10n)
}
need_texts() { # Qt's compiler of translations, for the zip
  [ -x /usr/lib/qt5/bin/lrelease ] || [ -x /usr/lib/qt6/bin/lrelease ] || packages+=(qttools5-dev-tools)
}
case $job in
  shapely20) ;;
  run) need_texts ;;
  test)
    need soffice libreoffice-calc; need strace strace; need pdftotext poppler-utils; need_window; need_texts
    # Ubuntu has it as a snap only; there the tests of the reports are skipped.
    if [ "$(. /etc/os-release; echo "$ID")" != ubuntu ]; then need chromium chromium; fi
    [ -e /usr/share/i18n/locales/nl_NL ] || packages+=(locales) ;; # to make one with decimal commas
  bench | desktop) need_window; need_texts ;;
  *) say "gebruik: setup.sh run|test|bench|desktop|shapely20"; exit 2 ;;
esac
[ ${#packages[@]} = 0 ] || apt_install "${packages[@]}"

# A venv sees the system's QGIS and holds pinned packages of its own: make_venv FOLDER PIP-ARGUMENT...
make_venv() {
  local venv=$1 stamp
  stamp=$venv/.installed-$( (printf '%s\n' "${@:2}"; cat requirements*.txt) | sha256sum | cut -c1-16)
  [ -e "$stamp" ] && return
  say "pip install ${*:2}"
  [ -x "$venv/bin/python" ] || /usr/bin/python3 -m venv --system-site-packages "$venv"
  "$venv/bin/pip" -q install "${@:2}" >>.setup.log 2>&1 || { tail -n 20 .setup.log >&2; say "pip install mislukte, zie .setup.log"; exit 1; }
  touch "$stamp"
}

case $job in
  bench) make_venv .venv-bench -r requirements-bench.txt ;;
  shapely20) make_venv .venv-shapely20 -r requirements-oldest.txt -r requirements-dev.txt ;;
  test)
    make_venv .venv -r requirements.txt -r requirements-dev.txt
    make_venv .venv-axe --no-deps axe-playwright-python==0.1.8 # axe-core 4.12.1, and nothing of the rest
    make_venv .venv-qt6 PyQt6==6.10.2 # only to look names up in it
    make_venv .venv-pdok pdok-geopackage-validator==0.14.5 ;; # it brings its own pins
  *) make_venv .venv -r requirements.txt -r requirements-package.txt ;;
esac
