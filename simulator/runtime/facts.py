"""The facts: every name that a journal can have, with the parts of its data.

Made from the commands, events, rejections and faults themselves, so it cannot differ from them. A wait for a fact
that is not here could never end. `python -m deskproof.simulator.runtime.facts` writes docs/facts.md from it; a test
fails while the page is stale.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

from deskproof.simulator.domain import commands, events
from deskproof.simulator.domain.configuration import Configuration
from deskproof.simulator.domain.conversations.model import Conversation
from deskproof.simulator.domain.monitoring.model import Monitoring
from deskproof.simulator.domain.rejection import Reason
from deskproof.simulator.domain.sessions.model import AgentSession
from deskproof.simulator.domain.values import Secret
from deskproof.simulator.runtime.faults import FaultKind
from deskproof.simulator.runtime.journal import EntryKind, camel
from deskproof.simulator.runtime.tenancy import UNREAD_FRAMES, UNREADABLE_FRAME

PAGE = Path(__file__).resolve().parents[2] / "docs" / "facts.md"

_HEAD = """\
# Facts

Written by `python -m deskproof.simulator.runtime.facts`; do not edit.

Every name that a tenant's journal can have, and the parts that its data can have, also one level down. They are what
`POST …/facts/wait` and the client's `wait_for(name, **parts)` take; a name or part that is not here is refused.
`GET /_control/v1/facts` lists the same. What has a key is listed under the key (`agent`), else under its id
(`agentId`). A rejection never changes anything; `message` is its sentence.
"""

_REJECTION_PARTS = frozenset({"code", "message", "field", "command", "agent"})
_FAULT_PARTS = frozenset({"where", "times"})


@dataclass(frozen=True, kw_only=True)
class Fact:
    """A name in the journal, the kind of its entries, and the parts that their data can have, also one level down."""

    name: str
    kind: EntryKind
    parts: frozenset[str]


@cache
def facts() -> Mapping[str, Fact]:
    """Every fact by its name, in the order commands, events, rejections, faults."""
    found = [
        *(_of(type_, EntryKind.COMMAND) for type_ in _concrete(commands.Command) if type_ is not commands.Wake),
        *(_of(type_, EntryKind.EVENT) for type_ in _concrete(events.Event)),
        *(
            Fact(name=name, kind=EntryKind.REJECTION, parts=_REJECTION_PARTS)
            for name in (*(reason.value for reason in Reason), UNREADABLE_FRAME, UNREAD_FRAMES)
        ),
        *(Fact(name=kind.value, kind=EntryKind.FAULT, parts=_FAULT_PARTS) for kind in FaultKind),
    ]
    return {fact.name: fact for fact in found}


def page() -> str:
    """The whole of docs/facts.md."""
    lines = [_HEAD]
    for kind in EntryKind:
        lines += [f"## {kind.value.capitalize()}s", "", "| name | parts |", "|---|---|"]
        of_kind = [fact for fact in facts().values() if fact.kind is kind]
        lines += [f"| `{fact.name}` | {', '.join(f'`{part}`' for part in sorted(fact.parts))} |" for fact in of_kind]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def main() -> int:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"wrote {PAGE.name}\n")
    return 0


def _concrete(root: type[Any]) -> Iterator[type[Any]]:
    """The classes below a root that have none below them, in the order they are written."""
    for type_ in root.__subclasses__():
        if type_.__subclasses__():
            yield from _concrete(type_)
        else:
            yield type_


def _of(type_: type[Any], kind: EntryKind) -> Fact:
    return Fact(name=type_.__name__, kind=kind, parts=frozenset(_parts(type_)))


def _parts(type_: type[Any]) -> Iterator[str]:
    """As `journal.describe_parts` names them; an id becomes a key where it has one, so both names are parts."""
    hints = get_type_hints(type_)
    for field in fields(type_):
        inner = next((each for each in (hints[field.name], *get_args(hints[field.name])) if is_dataclass(each)), None)
        if inner is Configuration:
            continue
        if inner in (AgentSession, Conversation, Monitoring):
            yield from _parts(inner)
            continue
        yield camel(field.name)
        if field.name.endswith("_id"):
            yield camel(field.name.removesuffix("_id"))
        if inner not in (None, Secret):
            yield from (camel(part.name) for part in fields(inner))


if __name__ == "__main__":
    raise SystemExit(main())
