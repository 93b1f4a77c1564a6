"""Which scenarios a run takes, worked out once by the process that leads it and told to the others.

Rule: each way of choosing takes some of the written scenarios; a run takes those that all of them take. A choice that
is wrong, or takes nothing, is told in one sentence before anything starts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from deskproof.reports.record import DamagedRecord, load
from deskproof.steps.gherkin.feature_files import WrittenScenario
from deskproof.steps.selection.changes import CannotCompare, changed_since
from deskproof.steps.selection.collected import NothingChosen, Place, place
from deskproof.steps.selection.expressions import BadExpression, is_blank, parse

UNSETTLED = ("failed", "broken", "flaky")
"""What --last-failed takes, with what never started. What is in quarantine is known and not taken."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What was asked for: empty or None where it was not."""

    places: tuple[str, ...] = ()
    """Feature files, or scenarios of them by line."""
    tags: str | None = None
    words: str | None = None
    unsettled_in: Path | None = None
    """The folder of a run: what did not pass in it, or never started."""
    changed_since: str | None = None
    """A git revision."""
    planned: frozenset[str] = frozenset()
    """Scenarios by their ids."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What came of it. `ids` is None where nothing was asked for, which takes every scenario; `notes` are sentences for
    the person at the terminal.
    """

    ids: frozenset[str] | None = None
    notes: tuple[str, ...] = ()


def choose(scenarios: Sequence[WrittenScenario], asked: Asked, folder: Path) -> Choice:
    """The scenarios of `folder` that were asked for. Raises NothingChosen."""
    ways = list(_ways(scenarios, asked, folder))
    if not ways:
        return Choice()
    ids = frozenset.intersection(*(each.ids or frozenset() for each in ways))
    if not ids:
        raise NothingChosen("no scenario is all of what was asked for; leave out one of the conditions.")
    return Choice(ids=ids, notes=tuple(note for each in ways for note in each.notes))


def _ways(scenarios: Sequence[WrittenScenario], asked: Asked, folder: Path) -> Iterator[Choice]:
    if asked.places:
        yield Choice(ids=_at(scenarios, asked.places, folder))
    if asked.tags is not None:
        yield Choice(ids=_tagged(scenarios, asked.tags))
    if asked.words is not None:
        yield Choice(ids=_named(scenarios, asked.words))
    if asked.unsettled_in is not None:
        yield Choice(ids=_unsettled(scenarios, asked.unsettled_in))
    if asked.planned:
        yield Choice(ids=asked.planned)
    if asked.changed_since is not None:
        yield _changed(scenarios, asked.changed_since, folder)


def _at(scenarios: Sequence[WrittenScenario], texts: tuple[str, ...], folder: Path) -> frozenset[str]:
    """What is at all of the places together; each has something, so that none is passed over."""
    found: set[str] = set()
    for text in texts:
        at = place(text)
        there = {one.id for one in scenarios if at.holds(one, folder)}
        if not there:
            raise NothingChosen(_nothing_at(text, at, scenarios, folder))
        found |= there
    return frozenset(found)


def _nothing_at(text: str, at: Place, scenarios: Sequence[WrittenScenario], folder: Path) -> str:
    file = replace(at, line=None)
    lines = sorted({one.template_line for one in scenarios if file.holds(one, folder)})
    if not lines:
        return f"there is no scenario in {text}; name a *.feature file below {folder.name}/ that has some."
    before = [line for line in lines if line < (at.line or 0)][-1:]
    after = [line for line in lines if line > (at.line or 0)][:1]
    nearest = " and ".join(str(line) for line in (*before, *after))
    return (
        f"no scenario is at {text}; the nearest {'begins at line' if len(before + after) == 1 else 'begin at lines'} "
        f"{nearest}. Give a line of a scenario, or the file alone."
    )


def _tagged(scenarios: Sequence[WrittenScenario], text: str) -> frozenset[str]:
    """`@AD-028 and not @full-browser`."""
    if is_blank(text):
        raise NothingChosen(f"--tags {text!r} has nothing in it to look for; write tags joined by and, or, not.")
    try:
        expression, phrases = parse(text)
    except BadExpression as error:
        raise NothingChosen(f"--tags {text!r} {error}; write tags joined by and, or, not.") from None
    known = {tag for one in scenarios for tag in one.tags}
    for phrase in phrases:
        if phrase.removeprefix("@") not in known:
            raise NothingChosen(f"no scenario is tagged @{phrase.removeprefix('@')}; {_tags_in_use(sorted(known))}.")

    def fits(one: WrittenScenario) -> bool:
        return expression(lambda phrase: phrase.removeprefix("@") in one.tags)

    found = frozenset(one.id for one in scenarios if fits(one))
    if not found:
        raise NothingChosen(f"no scenario has the tags {text!r}; {_tags_in_use(sorted(known))}.")
    return found


def _named(scenarios: Sequence[WrittenScenario], text: str) -> frozenset[str]:
    """A part of the name as it stands; where no name has it so, phrases joined by and, or, not."""
    if is_blank(text):
        raise NothingChosen(f"-k {text!r} has nothing in it to look for; give words of a scenario's name.")
    names = {one.id: _plain(" ".join((one.name, *one.example))) for one in scenarios}
    found = frozenset(id for id, name in names.items() if _plain(text) in name)
    if found:
        return found
    try:
        expression, _ = parse(text)
    except BadExpression as error:
        raise NothingChosen(
            f"no scenario's name has {text!r} in it, and as an expression it {error}; give words of a name, or phrases "
            "joined by and, or, not."
        ) from None

    def fits(name: str) -> bool:
        return expression(lambda phrase: _plain(phrase) in name)

    found = frozenset(id for id, name in names.items() if fits(name))
    if not found:
        raise NothingChosen(
            f"no scenario's name fits {text!r}; give words that stand in a name as the feature file has it, or phrases "
            "joined by and, or, not."
        )
    return found


def _unsettled(scenarios: Sequence[WrittenScenario], run_folder: Path) -> frozenset[str]:
    try:
        run = load(run_folder)
    except DamagedRecord as error:
        raise NothingChosen(str(error)) from error
    left = {*run.run.not_run, *(one.id for one in run.scenarios if one.status in UNSETTLED)}
    if not left:
        raise NothingChosen(f"everything passed in the last run, {run_folder.name}; nothing is left to run again.")
    found = left.intersection(one.id for one in scenarios)
    if not found:
        raise NothingChosen(
            f"the features no longer have what did not pass in the last run, {run_folder.name}; run without "
            "--last-failed."
        )
    return frozenset(found)


def _changed(scenarios: Sequence[WrittenScenario], revision: str, folder: Path) -> Choice:
    if is_blank(revision):
        raise NothingChosen(f"--changed-since {revision!r} names no revision; give a commit, branch or tag.")
    try:
        changed = changed_since(revision, scenarios, folder)
    except CannotCompare as error:
        raise NothingChosen(str(error)) from error
    if changed.code:
        more = f" and {len(changed.code) - 1} more" if len(changed.code) > 1 else ""
        return Choice(
            ids=frozenset(one.id for one in scenarios),
            notes=(f"Code has changed since {revision} ({changed.code[0]}{more}), so every scenario is taken.",),
        )
    if not changed.ids:
        raise NothingChosen(f"no scenario and no code has changed since {revision}; nothing is to be run.")
    return Choice(ids=changed.ids)


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("_", " ").split())


def _tags_in_use(tags: Sequence[str], most: int = 12) -> str:
    shown = ", ".join(f"@{tag}" for tag in tags[:most])
    return (
        f"the tags in use are {shown} and {len(tags) - most} more"
        if len(tags) > most
        else f"the tags in use are {shown or 'none'}"
    )
