"""Which scenarios a run takes: one rule for each field of a Selection.

Rule: each field that is given takes some of the written scenarios; a run takes those that all of them take. The
controller works this out once. A selection that is wrong, or takes nothing, is refused in one sentence before anything
starts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from deskproof.reports.record import DamagedRecord, load
from deskproof.steps.gherkin.files.reader import WrittenScenario
from deskproof.steps.selection.changes import CannotCompare, changed_since
from deskproof.steps.selection.collected import NothingSelected, Place, place
from deskproof.steps.selection.expressions import BadExpression, is_blank, parse
from deskproof.steps.selection.impacted import impacted_since
from deskproof.steps.selection.request import Selection
from deskproof.steps.selection.tags import parse_tags

UNSETTLED = ("failed", "broken", "flaky")
"""What --last-failed takes, with what never started. What is in quarantine is known and not taken."""


@dataclass(frozen=True, kw_only=True)
class Selected:
    """The scenarios that are taken, by their ids. `ids` is None where no field is given, which takes every scenario;
    `notes` are sentences for the person at the terminal.
    """

    ids: frozenset[str] | None = None
    notes: tuple[str, ...] = ()


def select(
    scenarios: Sequence[WrittenScenario],
    selection: Selection,
    folder: Path,
    *,
    root: Path | None = None,
    planned: frozenset[str] | None = None,
) -> Selected:
    """The selected scenarios of `folder`, in the project at `root` (by default the folder above); of those `planned`
    against a defect, where there is such a plan. Shards are dealt out of the result. Raises NothingSelected.
    """
    root = root or folder.parent
    found = [*_by_rules(scenarios, selection, folder, root), *([Selected(ids=planned)] if planned is not None else [])]
    if not found:
        return Selected()
    ids = frozenset.intersection(*(each.ids or frozenset() for each in found))
    if not ids:
        raise NothingSelected("no scenario fits all of the conditions; leave one of them out.")
    return Selected(ids=ids, notes=tuple(note for each in found for note in each.notes))


def _by_rules(
    scenarios: Sequence[WrittenScenario], selection: Selection, folder: Path, root: Path
) -> Iterator[Selected]:
    if selection.places:
        yield Selected(ids=_at(scenarios, selection.places, folder))
    if selection.tags is not None:
        yield Selected(ids=_tagged(scenarios, selection.tags))
    if selection.words is not None:
        yield Selected(ids=_named(scenarios, selection.words))
    if selection.unsettled_in is not None:
        yield Selected(ids=_unsettled(scenarios, selection.unsettled_in))
    if selection.changed_since is not None:
        yield _changed(scenarios, selection.changed_since, folder, root)
    if selection.impacted_since is not None:
        yield _impacted(scenarios, selection.impacted_since, selection.impact_map, folder, root)


def _at(scenarios: Sequence[WrittenScenario], texts: tuple[str, ...], folder: Path) -> frozenset[str]:
    """The scenarios at all of the places. Each place must have one, so that a wrong place is noticed."""
    found: set[str] = set()
    for text in texts:
        at = place(text)
        there = {scenario.id for scenario in scenarios if at.has(scenario, folder)}
        if not there:
            raise NothingSelected(_nothing_at(text, at, scenarios, folder))
        found |= there
    return frozenset(found)


def _nothing_at(text: str, at: Place, scenarios: Sequence[WrittenScenario], folder: Path) -> str:
    file = replace(at, line=None)
    lines = sorted({scenario.template_line for scenario in scenarios if file.has(scenario, folder)})
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
        raise NothingSelected(f"--tags {text!r} has nothing in it to look for; write tags joined by and, or, not.")
    try:
        expression = parse_tags(text)
    except BadExpression as error:
        raise NothingSelected(f"--tags {text!r} {error}; write tags joined by and, or, not.") from None
    known = {tag for scenario in scenarios for tag in scenario.tags}
    for name in expression.names:
        if name not in known:
            raise NothingSelected(f"no scenario is tagged @{name}; {_tags_in_use(sorted(known))}.")
    found = frozenset(scenario.id for scenario in scenarios if expression.fits(scenario.tags))
    if not found:
        raise NothingSelected(f"no scenario has the tags {text!r}; {_tags_in_use(sorted(known))}.")
    return found


def _named(scenarios: Sequence[WrittenScenario], text: str) -> frozenset[str]:
    """The text as a part of a name; where no name has it, as phrases joined by and, or, not."""
    if is_blank(text):
        raise NothingSelected(f"-k {text!r} has nothing in it to look for; give words of a scenario's name.")
    names = {scenario.id: _plain(" ".join((scenario.name, *scenario.example))) for scenario in scenarios}
    found = frozenset(id for id, name in names.items() if _plain(text) in name)
    if found:
        return found
    try:
        expression, _ = parse(text)
    except BadExpression as error:
        raise NothingSelected(
            f"no scenario's name has {text!r} in it, and as an expression it {error}; give words of a name, or phrases "
            "joined by and, or, not."
        ) from None

    def fits(name: str) -> bool:
        return expression(lambda phrase: _plain(phrase) in name)

    found = frozenset(id for id, name in names.items() if fits(name))
    if not found:
        raise NothingSelected(
            f"no scenario's name fits {text!r}; give words of a name as the feature file has it, or phrases "
            "joined by and, or, not."
        )
    return found


def _unsettled(scenarios: Sequence[WrittenScenario], run_folder: Path) -> frozenset[str]:
    try:
        run = load(run_folder)
    except DamagedRecord as error:
        raise NothingSelected(str(error)) from error
    left = {*run.run.not_run, *(result.id for result in run.scenarios if result.status in UNSETTLED)}
    if not left:
        raise NothingSelected(f"everything passed in the last run, {run_folder.name}; nothing is left to run again.")
    found = left.intersection(scenario.id for scenario in scenarios)
    if not found:
        raise NothingSelected(
            f"the features no longer have what did not pass in the last run, {run_folder.name}; run without "
            "--last-failed."
        )
    return frozenset(found)


def _changed(scenarios: Sequence[WrittenScenario], revision: str, folder: Path, root: Path) -> Selected:
    if is_blank(revision):
        raise NothingSelected(f"--changed-since {revision!r} names no revision; give a commit, branch or tag.")
    try:
        changed = changed_since(revision, scenarios, folder, root)
    except CannotCompare as error:
        raise NothingSelected(str(error)) from error
    if changed.code:
        more = f" and {len(changed.code) - 1} more" if len(changed.code) > 1 else ""
        return Selected(
            ids=frozenset(scenario.id for scenario in scenarios),
            notes=(f"Code has changed since {revision} ({changed.code[0]}{more}), so every scenario is taken.",),
        )
    if not changed.ids:
        raise NothingSelected(f"no scenario and no code has changed since {revision}; there is nothing to run.")
    return Selected(ids=changed.ids)


def _impacted(
    scenarios: Sequence[WrittenScenario], revision: str, map_: Path | None, folder: Path, root: Path
) -> Selected:
    if is_blank(revision):
        raise NothingSelected(f"--impacted-since {revision!r} names no revision; give a commit, branch or tag.")
    try:
        found = impacted_since(revision, map_, scenarios, folder, root)
    except CannotCompare as error:
        raise NothingSelected(str(error)) from error
    if found.why:
        return Selected(ids=found.ids, notes=(f"Every scenario is taken: {found.why}.",))
    if not found.ids:
        raise NothingSelected(f"nothing that a scenario runs has changed since {revision}; there is nothing to run.")
    return Selected(ids=found.ids)


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("_", " ").split())


def _tags_in_use(tags: Sequence[str], most: int = 12) -> str:
    shown = ", ".join(f"@{tag}" for tag in tags[:most])
    return (
        f"the tags in use are {shown} and {len(tags) - most} more"
        if len(tags) > most
        else f"the tags in use are {shown or 'none'}"
    )
