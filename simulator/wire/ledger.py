"""The fidelity ledger: docs/fidelity.md, written from the wire catalogue so that it cannot differ from it; and
docs/published.md, from the table of published operations.

`python -m deskproof.simulator.wire.ledger` writes the pages; a test fails while one is stale.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from deskproof.simulator.wire.calling.catalogue import EVENTS
from deskproof.simulator.wire.catalogue import FRAMES, OPERATIONS
from deskproof.simulator.wire.kernel.frame import Frame
from deskproof.simulator.wire.kernel.operation import Calls, Commands, MercuryEvent, Notifies, Operation, Reads
from deskproof.simulator.wire.kernel.shapes import Shape
from deskproof.simulator.wire.published import ON, PUBLISHED, SOURCE, Group, Published
from deskproof.simulator.wire.subscriptions.encode import EVENT_TYPES, TYPES
from deskproof.simulator.wire.subscriptions.shapes import AgentHook, TaskHook, Webhook

_DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = _DOCS / "fidelity.md"
PUBLISHED_PAGE = _DOCS / "published.md"


_HEAD = """\
# How faithful the wire is

Written by `python -m deskproof.simulator.wire.ledger` from the catalogue in `simulator/wire`; do not edit.

Every request that a client may make of the simulated product, and everything that it may receive, is listed here. What
is not listed is refused with 404 and recorded as unknown. *Compared* says with which client an entry was last seen to
work, and when: `tests/sdk` runs that client, unmodified, and fails when what it exercised differs from these marks.
Entries *read in source only* come from the sources named. *Differs* says what is known to be ours.

"PROTOCOL" is the set of notes made before the first line was written, from the published sources of the vendor's
clients and from runs of them; file names without a folder are files of the client's `src/services`.
"""


_PUBLISHED_HEAD = f"""\
# What the vendor publishes

Written by `python -m deskproof.simulator.wire.ledger` from the table in `simulator/wire/published.py`; do not edit.

The vendor publishes operations for agents, tasks, monitoring, subscriptions and search. Here is each of them, and what
the simulator does with it. One that is answered has an entry in [fidelity.md](fidelity.md), which says how it differs.
One that is refused gets 501 with the reason `NOT_SIMULATED` and a sentence that names it.

An operation is at its published address, on a tenant's origin or at the vendor's host, and at the same address below
`/wcc`. Both are the same operation.

Source: `{SOURCE}`, as of {ON}.
"""


_WEBHOOKS_HEAD = """\
## Webhooks

A subscription has each event of its types posted to its target, as JSON in the form of CloudEvents: {hook}. `data`
has {agent} for an agent, and {task} for a task. Where the subscription has a secret, the header
`x-webexcc-signature` has the HMAC-SHA256 of the body with it, in hexadecimal digits. The envelope, the
header and the names of the events of tasks are guesses.

Targets are on this machine. Each gets its events in order; one that does not answer within 5 seconds loses that
event. The faults `loses an event`, `delivers twice` and `answers late` act on an event by its name. A late one is
posted after that much time of the tenant, and so after others.
"""


def published_page() -> str:
    """The whole page of published operations."""
    answered = sum(bool(one.by) for one in PUBLISHED)
    total, left = len(PUBLISHED), len(PUBLISHED) - answered
    lines = [_PUBLISHED_HEAD, f"{answered} of {total} are answered, {left} are refused by name.", ""]
    for group in Group:
        rows = [one for one in PUBLISHED if one.group is group]
        lines += [f"## {group.value}", "", "| operation | address | here |", "|---|---|---|"]
        lines += [f"| {one.title} | `{one.method} {one.path}` | {_here(one)} |" for one in rows]
        lines.append("")
    fields = {"hook": _fields(Webhook), "agent": _fields(AgentHook), "task": _fields(TaskHook)}
    lines += [_WEBHOOKS_HEAD.format(**fields), "| event | caused by |", "|---|---|"]
    for name in EVENT_TYPES:
        causes = (f"`{event.__name__}`" for event, type_ in TYPES.items() if type_ == name)
        lines.append(f"| `{name}` | {', '.join(causes)} |")
    return "\n".join(lines).rstrip() + "\n"


def _here(published: Published) -> str:
    if not published.by:
        return f"refused: {published.why}"
    return f"[{published.by}](fidelity.md#{published.by.replace(' ', '-')})"


def page() -> str:
    """The whole page."""
    entries: list[Operation | Frame | MercuryEvent] = [*OPERATIONS, *FRAMES, *EVENTS]
    marks = [entry.compared for entry in entries]
    ran = sum(bool(mark.client) for mark in marks)
    count = f"{ran} of {len(marks)} entries were compared by running the vendor's client.\n"
    sections = (
        *_section("Requests", OPERATIONS),
        *_section("Notifications", FRAMES),
        *_section("Events on Mercury", EVENTS),
    )
    return "\n".join([_HEAD, count, *sections]).rstrip() + "\n"


def _section(title: str, entries: Sequence[Operation | Frame | MercuryEvent]) -> list[str]:
    lines = [f"## {title}", ""]
    for entry in entries:
        facts = _facts(entry)
        origin = (("Source", entry.source), ("Compared", str(entry.compared)), ("Differs", entry.differs))
        lines += [f"### {entry.name}", "", *(f"- {name}: {fact}" for name, fact in (*facts, *origin) if fact), ""]
    return lines


def _facts(entry: Operation | Frame | MercuryEvent) -> Iterable[tuple[str, str]]:
    match entry:
        case Operation():
            return _operation(entry)
        case Frame():
            return _frame(entry)
        case MercuryEvent(model=model):
            return [("Data", _fields(model))]


def _operation(operation: Operation) -> Iterable[tuple[str, str]]:
    yield "Request", f"`{operation.method} {operation.address}`" + (", without a bearer" if operation.open else "")
    yield "Query", _fields(operation.query)
    yield "Body", _fields(operation.body)
    match operation.does:
        case Commands(command=command, refusals=refusals):
            yield "Does", f"`{command.__name__}`"
            yield "Refused by", _or(refusals) or "an error answer"
        case Notifies(frame=frame, refused=refused):
            yield "Answered by", f"`{frame}`, or `{refused}`"
        case Calls():
            yield "Does", "see `simulator/product/calling/exchange.py`"
        case Reads():
            pass
    yield "HTTP answer", f"{operation.status} {_fields(operation.answer) or '`{}`'}"
    if operation.item is not None:
        yield "Items", _fields(operation.item)


def _frame(frame: Frame) -> Iterable[tuple[str, str]]:
    yield "Type", f"`{frame.outer}`, inner `{frame.name}`"
    yield "Caused by", _or(event.__name__ for event in frame.events) or "a request"
    yield "Goes to", frame.to.value
    yield "Data", _fields(frame.model)


def _or(names: Iterable[str]) -> str:
    return " or ".join(f"`{name}`" for name in names)


def _fields(model: type[Shape]) -> str:
    return ", ".join(f"`{field.alias or name}`" for name, field in model.model_fields.items())


def main() -> int:
    """Write the pages."""
    for place, content in ((PAGE, page()), (PUBLISHED_PAGE, published_page())):
        place.write_text(content, encoding="utf-8")
        sys.stdout.write(f"wrote {place.name}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
