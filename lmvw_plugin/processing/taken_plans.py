# SPDX-License-Identifier: GPL-2.0-or-later
"""Algorithms on the plans as they are when one asks, whatever happens to their layer meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..core.errors import LmvwError
from ..layers.reading import Reading, Taken
from .base import LmvwAlgorithm, Parameters


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked, read on the thread of the layers: the work itself touches none of them."""

    plans: Taken


Given = TypeVar("Given", bound=Asked)


class TakesPlans(LmvwAlgorithm, Generic[Given]):
    """An algorithm that reads what it was asked before its work begins (``asked``), and the plans of that moment when it does (``work``)."""

    _asked: Given | LmvwError

    def asked(self, parameters: Parameters, context: QgsProcessingContext) -> Given:
        """What is needed of layers that may be edited, or closed, while the work goes on.

        :raises LmvwError: when it cannot be used; it is told when the work begins, where QGIS has words for it.
        """
        raise NotImplementedError  # a subclass that asks nothing is a mistake of ours

    def work(
        self, asked: Given, reading: Reading, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Do it, and return the outputs.

        :raises LmvwError: with the sentence for the user.
        """
        raise NotImplementedError  # a subclass without work is a mistake of ours

    def prepareAlgorithm(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> bool:  # noqa: N802  # QGIS's name
        """Take what is needed, on the thread of the layers."""
        try:
            self._asked = self.asked(parameters, context)
        except LmvwError as error:
            self._asked = error
        return True

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Read the plans as they were then, and work on them.

        :raises LmvwError: when they cannot be read, or the work cannot be done.
        """
        if isinstance(self._asked, LmvwError):
            raise self._asked
        with self._asked.plans.read(feedback) as reading:
            return self.work(self._asked, reading, parameters, context, feedback)
