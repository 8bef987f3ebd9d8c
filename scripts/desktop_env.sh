# SPDX-License-Identifier: GPL-2.0-or-later
# Sourced by desktop.sh and screenshots.sh: the sample project, and a profile as a new user has it.
export LC_ALL=C.UTF-8 XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-$PWD/build/run}"
mkdir -p -m 700 build/run
QT_QPA_PLATFORM=offscreen .venv/bin/python -c 'import sys; sys.path.insert(0, "."); from scripts import demo; demo.enable_plugin()'
PROJECT=$PWD/build/voorbeeld/markerwaard.qgz
QT_QPA_PLATFORM=offscreen .venv/bin/python scripts/make_project.py build/plugins/lmvw_woningbouw/resources/voorbeeld build/voorbeeld >/dev/null
.venv/bin/python scripts/clean_profile.py build/desktop >/dev/null
export PYTHONPATH=$(echo "$PWD"/.venv/lib/python3*/site-packages)${PYTHONPATH:+:$PYTHONPATH}
export LIBGL_ALWAYS_SOFTWARE=1
unset QT_QPA_PLATFORM
