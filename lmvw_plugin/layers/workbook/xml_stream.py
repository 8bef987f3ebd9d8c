# SPDX-License-Identifier: GPL-2.0-or-later
"""XML from files of strangers, as a stream of events: no tree in memory, no DOCTYPE, hence no entities.

Expat itself refuses the DOCTYPE, whatever the encoding of the file, so nothing it could declare is ever expanded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any
from xml.parsers import expat

from ...core.errors import LmvwError
from ...core.feedback import Feedback, Silent, checkpoint
from ...core.i18n import tr

CHUNK = 1 << 18
Start = Callable[[str, dict[str, str]], None]


class Enough(Exception):  # no error: the reader has seen what it wanted
    """Raised by a handler to stop reading."""


def parser(part: str, start: Start, end: Callable[[str], None] | None = None, text: Callable[[str], None] | None = None) -> Any:
    """An expat parser; element names come as ``namespace name``. ``part`` names the file in messages."""
    made = expat.ParserCreate(namespace_separator=" ")
    made.buffer_text = True

    def refuse(*_: object) -> None:
        """A worksheet has no DOCTYPE.

        :raises LmvwError: always.
        """
        raise LmvwError(
            tr(
                "{part} bevat een DOCTYPE, en dat hoort niet in een Excel-bestand; sla het bestand in Excel of LibreOffice opnieuw op."
            ).format(part=part)
        )

    made.StartDoctypeDeclHandler = refuse
    made.StartElementHandler = start
    if end is not None:
        made.EndElementHandler = end
    if text is not None:
        made.CharacterDataHandler = text
    return made


def feed(made: Any, chunks: Iterable[bytes], part: str, feedback: Feedback | None = None) -> None:
    """Run the parser over the chunks, until the end or until a handler raises ``Enough``.

    :raises LmvwError: when it is not well-formed XML.
    """
    try:
        for chunk in chunks:
            checkpoint(feedback or Silent())
            made.Parse(chunk, False)
        made.Parse(b"", True)
    except Enough:
        return
    except (expat.ExpatError, LookupError, ValueError) as error:  # the last two: an encoding that does not exist
        raise LmvwError(
            tr(
                "{part} is beschadigd (tekstregel {line} van de XML); open het bestand in Excel of LibreOffice en sla het opnieuw op."
            ).format(part=part, line=getattr(error, "lineno", 1))
        ) from error


def chunks_of(stream: IO[bytes]) -> Iterator[bytes]:
    """The bytes of an open file, piece by piece."""
    while chunk := stream.read(CHUNK):
        yield chunk
