# SPDX-License-Identifier: GPL-2.0-or-later
"""The BAG from the national service (WFS 2.0 of PDOK), in squares and pages, within its limits; asked only when a user wants it.

The service gives at most 1,000 objects at once, and refuses to begin beyond the 50,000th; a square with more is asked in quarters.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from qgis.core import QgsBlockingNetworkRequest, QgsFeedback
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

from ...core.errors import LmvwError
from ...core.feedback import Feedback, Part, checkpoint
from ...core.i18n import number, tr
from .blocks import Block
from .records import Record, Stock, meanings, record_of, stock_of

PAGE, DEEPEST = 1_000, 50_000  # objects: in one answer, and in one square
_MOST = 500_000  # objects in all: a municipality as large as Amsterdam; who needs more downloads the file
_SMALLEST = 50.0  # metres
_TRIES, _PAUSE = 3, 2.0  # an answer that fails is asked again, after some seconds
_BUSY = (429, 500, 502, 503, 504)  # HTTP: what may pass by itself
_MATCHED = re.compile(rb'numberMatched="(\d+)"')


def fetch_stock(address: str, blocks: Sequence[Block], feedback: QgsFeedback, start: float = 0.0, end: float = 100.0) -> Stock:
    """The dwellings in some squares.

    :param start: how far the whole work is, in per cent; ``end``: and when this is done.
    :raises LmvwError: when the service does not answer, not as a WFS, or there is more than it may be asked for.
    :raises Cancelled: when the user cancels.
    """
    service = _Service(address, feedback, Part(feedback, start, end))
    counted = list(service.small_enough(blocks))
    total = sum(count for _, count in counted)
    if total > _MOST:
        words = tr(
            "In dit gebied kent de BAG {count} verblijfsobjecten; dat is te veel voor de dienst. Kies minder plannen of een BAG-bestand."
        )
        raise LmvwError(words.format(count=number(total)))
    records: list[Record] = []
    for block, count in counted:
        records += service.records(block, count, len(records), total)
    return stock_of(records)


class _Service:
    def __init__(self, address: str, feedback: QgsFeedback, progress: Feedback) -> None:
        self._address, self._feedback, self._progress = address, feedback, progress

    def small_enough(self, blocks: Sequence[Block]) -> Iterator[tuple[Block, int]]:
        """The squares with how many objects lie in each, in quarters where there are more than the service gives."""
        waiting = list(reversed(blocks))
        while waiting:
            block = waiting.pop()
            count = self._count(block)
            if count > DEEPEST and block.size > _SMALLEST:
                waiting += block.quarters()
            elif count:
                yield block, count

    def _count(self, block: Block) -> int:
        """:raises LmvwError: when the service does not tell."""
        match = _MATCHED.search(self._ask(block, resultType="hits"))
        if match is None:
            raise self._strange()
        return int(match[1])

    def records(self, block: Block, count: int, done: int, total: int) -> Iterator[Record]:
        """The objects of a square, page by page, until all that it counted are there.

        :raises LmvwError: when it gives fewer.
        """
        seen = 0
        while seen < count:
            page = self._page(block, seen)
            if not page:  # counted and not given: a part would look like the whole
                raise self._strange()
            for feature in page:
                record = self._record(feature)
                if record is not None:
                    yield record
            seen += len(page)
            checkpoint(self._progress, 100 * min(1.0, (done + seen) / total))

    def _page(self, block: Block, start: int) -> list[dict[str, object]]:
        """:raises LmvwError: when the answer is none of a WFS."""
        answer = self._ask(block, outputFormat="application/json", count=str(PAGE), startIndex=str(start))
        try:
            features = json.loads(answer)["features"]
        except (ValueError, KeyError, TypeError):
            raise self._strange() from None
        if not isinstance(features, list):
            raise self._strange()
        return features

    def _record(self, feature: object) -> Record | None:
        """:raises LmvwError: when it is none of a BAG."""
        try:
            properties, geometry = feature["properties"], feature["geometry"]  # type: ignore[index]  # judged by what is raised
            columns = meanings(properties)
            if geometry is None:
                return None
            x, y = geometry["coordinates"][:2]
            return record_of({meaning: properties[column] for meaning, column in columns.items()}, (float(x), float(y)))
        except (KeyError, TypeError, ValueError):
            raise self._strange() from None

    def _ask(self, block: Block, **more: str) -> bytes:
        """An answer of the service.

        :raises LmvwError: when there is none.
        :raises Cancelled: when the user cancels.
        """
        crs = "urn:ogc:def:crs:EPSG::28992"
        box = ",".join(f"{side:.0f}" for side in block.box)
        asked = {
            "service": "WFS", "version": "2.0.0", "request": "GetFeature", "typeNames": "bag:verblijfsobject", "srsName": crs,
            "bbox": f"{box},{crs}", **more,
        }  # fmt: skip
        between = "&" if "?" in self._address else "?"
        request = QNetworkRequest(QUrl(f"{self._address}{between}{urlencode(asked)}"))
        for attempt in range(1, _TRIES + 1):
            checkpoint(self._feedback)
            asking = QgsBlockingNetworkRequest()
            error = asking.get(request, True, self._feedback)
            checkpoint(self._feedback)  # what was cut off by a cancel is no error
            reply = asking.reply()
            old = bool(
                reply.attribute(QNetworkRequest.Attribute.SourceIsFromCacheAttribute)
            )  # of another day: Qt gives it when the service fails
            if error == QgsBlockingNetworkRequest.ErrorCode.NoError and not old:
                return bytes(reply.content())
            status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
            if attempt < _TRIES and (old or status is None or int(status) in _BUSY):
                self._rest(attempt * _PAUSE)
                continue
            break
        words = tr("De BAG-dienst {address} geeft geen antwoord ({reason}). Is er internet? Kies anders een BAG-bestand.")
        raise LmvwError(words.format(address=self._address, reason=asking.errorMessage() or tr("de dienst is nu niet bereikbaar")))

    def _rest(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            checkpoint(self._feedback)
            time.sleep(0.1)

    def _strange(self) -> LmvwError:
        words = tr("De BAG-dienst {address} antwoordt anders dan verwacht; probeer het later, of kies een BAG-bestand.")
        return LmvwError(words.format(address=self._address))
