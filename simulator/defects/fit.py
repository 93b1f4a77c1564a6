"""Whether a defect fits what it is to change, as far as that is known before a scenario runs."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from deskproof.simulator.defects.catalogue import AnswerDefect, Defect, FrameDefect, SourceDefect
from deskproof.simulator.defects.source import StaleDefect, changed_text


def check_fit(defect: Defect) -> None:
    """Raise StaleDefect where the place does not exist. What a script has is seen only when a browser requests it."""
    match defect:
        case SourceDefect():
            changed_text(defect)
        case AnswerDefect():
            from deskproof.simulator.wire.catalogue import OPERATIONS

            _check(f'{defect.name}: its answer "{defect.answer}"', defect.answer, (each.name for each in OPERATIONS))
        case FrameDefect():
            from deskproof.simulator.wire.catalogue import FRAME_NAMES

            _check(f'{defect.name}: its frame "{defect.frame}"', defect.frame, FRAME_NAMES)


def _check(what: str, name: str, names: Iterable[str]) -> None:
    known = list(names)
    if name not in known:
        near = "".join(f' "{each}",' for each in get_close_matches(name, known, n=3, cutoff=0.5)).rstrip(",")
        hint = f"; did you mean{near}?" if near else ";"
        raise StaleDefect(f"{what} is not in the wire catalogue{hint} docs/fidelity.md lists what is.")
