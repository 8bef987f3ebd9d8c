# SPDX-License-Identifier: GPL-2.0-or-later
"""What the algorithms share: Dutch names and help, checks before the start, and errors as one sentence."""

from __future__ import annotations

import traceback
from typing import Any

from qgis.core import (
    Qgis,
    QgsMessageLog,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QIcon

from ..core import paths
from ..core.errors import LmvwError, sentence_of
from ..core.feedback import Cancelled, asking
from ..core.i18n import tr
from ..core.manual import Page, address
from ..core.reporting import html
from ..layers.files import let_go
from ..layers.moment import PATIENCE, Locked
from ..layers.requirements import lack
from .declared import DeclaresParameters
from .given import GivenValues
from .given_layers import Parameters
from .targets import require_spared
from .written import WritesResults

__all__ = ["LmvwAlgorithm", "Parameters"]


class LmvwAlgorithm(GivenValues, DeclaresParameters, WritesResults):
    """Base of every algorithm. A subclass sets the texts, declares parameters, and implements ``execute``.

    ``OF_ANY_LAYER``: it works on more than plan files. ``REVIEW_FILE``: the parameter in which the review file goes that is open.
    ``PLAN_FILES``: which outputs are a plan file, of which the algorithm itself judges what is there.

    ``validate`` runs before the start, ``execute`` does the work; both may raise ``LmvwError``.
    """

    ID = ""
    TITLE = ""
    GROUP = ""
    HELP = ""
    ICON = "lmvw"
    PAGE = Page.START
    NEEDS: tuple[str, ...] = ()  # packages without which it can do nothing
    OF_ANY_LAYER = False
    REVIEW_FILE = ""
    PLAN_FILES: frozenset[str] = frozenset()
    _checked_in = 0  # the address of the context in which the parameters were checked: QGIS keeps the layers that are open in it there

    def name(self) -> str:
        """The stable id, without the provider."""
        return self.ID

    def displayName(self) -> str:  # noqa: N802  # QGIS's name
        """The name in the toolbox."""
        return tr(self.TITLE)

    def group(self) -> str:
        """The heading in the toolbox."""
        return tr(self.GROUP)

    def groupId(self) -> str:  # noqa: N802  # QGIS's name
        """The stable id of the heading."""
        return self.GROUP.lower()

    def shortHelpString(self) -> str:  # noqa: N802  # QGIS's name
        """What the algorithm does, in the panel beside its parameters."""
        return html.paragraphs(self.help_text())

    def help_text(self) -> str:
        """The same as plain text, a paragraph a line."""
        return tr(self.HELP)

    def helpUrl(self) -> str:  # noqa: N802  # QGIS's name
        """The page of the manual, behind the button Help."""
        return address(self.PAGE)

    def icon(self) -> QIcon:
        """The icon in toolbox, menu and toolbar."""
        return QIcon(str(paths.ICONS / f"{self.ICON}.svg"))

    def canExecute(self) -> tuple[bool, str]:  # noqa: N802  # QGIS's name
        """QGIS asks this before it shows a window: what is missing is said before anything else is asked."""
        sentence = lack(*self.NEEDS)
        return not sentence, sentence

    def createInstance(self) -> LmvwAlgorithm:  # noqa: N802  # QGIS's name
        """A fresh one for each run; what this one copied for its check it need not copy again."""
        run = self.working()
        run.copies, run._checked_in = self.copies.handed_on(), self._checked_in
        return run

    def working(self) -> LmvwAlgorithm:
        """A fresh one that can work; a face names the class with its work."""
        return type(self)()

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Check the parameters before the start.

        :raises LmvwError: with the sentence for the user.
        """

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Do the work and return the outputs."""
        raise NotImplementedError  # a subclass without work is a mistake of ours

    def checkParameterValues(self, parameters: Parameters, context: QgsProcessingContext) -> tuple[bool, str]:  # noqa: N802  # QGIS's name
        """Our own checks come first: their sentences are Dutch and name the file."""
        if not self._works:
            return self.create().checkParameterValues(parameters, context)
        can, sentence = self.canExecute()
        if not can:
            return False, sentence
        self._checked_in = sip.unwrapinstance(context)
        try:
            for definition in self.parameterDefinitions():
                self._require_present(definition, parameters)
            self.validate(parameters, context)
            require_spared(self, parameters, context, self.PLAN_FILES)
            understood = self.in_words(self.understood(parameters, context))
        except Locked:
            return True, ""  # the run waits, says for whom, and can be stopped
        except Exception as error:
            return False, self._sentence(error)
        return super().checkParameterValues(understood, context)

    def validateInputCrs(self, parameters: Parameters, context: QgsProcessingContext) -> bool:  # noqa: N802  # QGIS's name
        """Judged by our own checks; QGIS would open the files for it."""
        return True

    @property
    def _works(self) -> bool:
        """Its work is in this class. If not it is a face (``faces``): ``qgis_process`` asks that too whether it could work."""
        return type(self).execute is not LmvwAlgorithm.execute

    def understood(self, parameters: Parameters, context: QgsProcessingContext) -> Parameters:
        """The parameters as QGIS may look at them: it opens every layer, and we understand more of them than it does."""
        return self.at_rest(parameters, context)

    def prepareAlgorithm(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> bool:  # noqa: N802  # QGIS's name
        """Hold on to the layers of the project as they are now: they belong to the main thread, where the user goes on."""
        if not self.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading:
            self.hold_layers(parameters, context)
        return True

    def processAlgorithm(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:  # noqa: N802  # QGIS's name
        """Run, and turn what goes wrong into one sentence."""
        self.copies.feedback, self.copies.patience = feedback, PATIENCE
        self.copies.shares = sip.unwrapinstance(context) == self._checked_in  # on the thread of the check, which opened them there
        self.opened.begin(feedback, PATIENCE)
        try:
            with asking(feedback):
                return self.execute(parameters, context, feedback)
        except Cancelled:
            feedback.pushWarning(tr("Afgebroken; er is niets veranderd."))
            return {}
        except QgsProcessingException:
            raise
        except Exception as error:
            raise QgsProcessingException(self._sentence(error)) from error
        finally:
            self.opened.close()
            let_go()

    def _sentence(self, error: Exception) -> str:
        """What a user reads; a mistake of ours also goes into the log."""
        if isinstance(error, (LmvwError, QgsProcessingException)):
            return str(error)
        if isinstance(error, OSError):
            return sentence_of(error)
        QgsMessageLog.logMessage("".join(traceback.format_exception(error)), "LMVW", Qgis.MessageLevel.Critical)
        return tr("‘{title}’ is door een fout in de plugin gestopt; er is niets veranderd. "
                  "De technische details staan in het logboek, tabblad LMVW.").format(title=self.displayName())  # fmt: skip

    @staticmethod
    def _require_present(definition: QgsProcessingParameterDefinition, parameters: Parameters) -> None:
        """A parameter that must be filled in is.

        :raises LmvwError: when it is not.
        """
        given = parameters.get(definition.name())
        optional = definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional
        if given in (None, "") and not optional and definition.defaultValue() in (None, "") and not definition.isDestination():
            raise LmvwError(tr("‘{label}’ is niet ingevuld; geef een waarde op.").format(label=definition.description()))
