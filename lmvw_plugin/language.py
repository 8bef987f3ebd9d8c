# SPDX-License-Identifier: GPL-2.0-or-later
"""The language of the screen: Dutch where QGIS is Dutch, Frisian or Limburgish, else English."""

from __future__ import annotations

from functools import cache

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QTranslator

from .core import i18n, paths

CONTEXT = "lmvw"
_DUTCH = ("nl", "fy", "li", "C")  # C: nobody chose a language, as in a script


def of_qgis() -> str:
    """The locale of QGIS's own words: its window follows ``--lang`` or the Options; ``qgis_process`` the Options or the computer."""
    application = QgsApplication.instance()
    return str(application.translation() or application.locale())


def install(locale: str) -> None:
    """Choose the language by QGIS's locale (``nl_NL``, ``en_GB``); nothing of Qt or of other plugins changes."""
    i18n.set_translator(str)
    if locale.replace("-", "_").partition("_")[0] in _DUTCH:
        return
    texts = QTranslator()
    if texts.load(str(paths.ENGLISH)):
        i18n.set_translator(cache(lambda text: texts.translate(CONTEXT, text.encode()) or text))


def remove() -> None:
    """The texts are as they were written."""
    i18n.set_translator(str)
