"""The core speaks plain words; the vendor's are known to the wire alone."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from deskproof.simulator.domain.rejection import Reason
from deskproof.simulator.wire.kernel.errors import FIELDS, WIRE_ERRORS
from deskproof.simulator.wire.sessions.encode import AVAILABLE_CODE, STATE_REASONS

CORE = Path(__file__).resolve().parents[2] / "simulator" / "domain"
CAMEL_CASE = re.compile(r"\b[a-z]+[A-Z]\w*")
RONA = "RONA"
"""The vendor's word for a reason, and a term of the field: the name of an agent's state."""


def texts() -> Iterator[str]:
    """Every text in the code of the core, docstrings left out."""
    for path in sorted(CORE.rglob("*.py")):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        docstrings = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
        for node in nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                yield node.value


def test_no_text_of_the_core_is_in_camel_case() -> None:
    assert [text for text in texts() if CAMEL_CASE.search(text)] == []


def test_no_text_of_the_core_is_the_vendors() -> None:
    reasons = {error.name for reason, error in WIRE_ERRORS.items() if error.name != reason.name}
    vendors = {AVAILABLE_CODE, *STATE_REASONS.values(), *FIELDS.values(), *reasons} - {RONA}
    assert vendors & set(texts()) == set()


def test_a_reason_has_its_own_name_as_value() -> None:
    assert [reason for reason in Reason if reason.value != reason.name] == []
