"""The table of formats: ours, and those that installed packages add by the entry point `deskproof.formats`.

Rule: the page comes first, so that no later failure can cost it; `summary.md` comes last, so that it can list the
failures. A format that cannot be used costs no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata

from deskproof.reports.formats import allure, ctrf, gitlab, junit, messages, page, runjson, summary
from deskproof.reports.formats.failures import Failed
from deskproof.reports.formats.format import Format
from deskproof.reports.text.translation import say

ENTRY_POINTS = "deskproof.formats"

FORMATS: tuple[Format, ...] = (
    page.FORMAT,
    runjson.FORMAT,
    junit.FORMAT,
    messages.FORMAT,
    ctrf.FORMAT,
    gitlab.FORMAT,
    allure.FORMAT,
    summary.FORMAT,
)

_PATH = re.compile(r"\w[\w.-]*")
_OF_THE_RECORD = re.compile(r"events-.*|evidence|traces|gate\.json|pytest\.log|latest", re.IGNORECASE)


class BadFormat(Exception):
    """A format cannot be used; the message says what was found and what was expected."""


@dataclass(frozen=True, kw_only=True)
class Member:
    """A format with the package that it comes from; None for our own."""

    format: Format
    owner: str | None = None


def members(found: Iterable[metadata.EntryPoint] | None = None) -> tuple[tuple[Member, ...], tuple[Failed, ...]]:
    """Every format in the order in which they are written, and the packages' formats that could not be loaded."""
    points = metadata.entry_points(group=ENTRY_POINTS) if found is None else found
    joined = [Member(format=format) for format in FORMATS[:-1]]
    last = Member(format=FORMATS[-1])
    failed = []
    for point in sorted(points, key=lambda point: (point.name, point.value)):
        owner = point.dist.name if point.dist else point.value
        try:
            joined.append(Member(format=_checked(point.load(), [*joined, last]), owner=owner))
        except (
            Exception,
            SystemExit,
        ) as error:  # whatever keeps a package from loading, the run has its files
            what = say("fault.what.format", "en", name=point.name, place=point.value)
            failed.append(Failed(what=what, error=error, kind="format", owner=owner))
    return (*joined, last), tuple(failed)


def chosen(joined: Iterable[Member], also: Iterable[str]) -> tuple[Member, ...]:
    """The members that are written by default and those that are named in `also`. Raises BadFormat."""
    requested, every = set(also), tuple(joined)
    names = sorted(member.format.name for member in every)
    if unknown := sorted(requested.difference(names)):
        raise BadFormat(f'There is no format "{unknown[0]}"; the formats are {", ".join(names)}.')
    return tuple(member for member in every if member.format.by_default or member.format.name in requested)


def _checked(found: object, others: Iterable[Member]) -> Format:
    """`found`, where its name and files are free beside those of `others`. Raises BadFormat."""
    if not isinstance(found, Format):
        raise BadFormat(f"it is a {type(found).__name__}, and a deskproof.reports.formats.Format was expected")
    if not callable(found.write):
        raise BadFormat(f"its write is a {type(found.write).__name__}, and a function was expected")
    if not _PATH.fullmatch(found.path) or _OF_THE_RECORD.fullmatch(found.path):
        raise BadFormat(f"its path is {found.path!r}, and the name of a file or folder of its own was expected")
    for other in others:
        if found.name == other.format.name:
            raise BadFormat(f"another format has the name {found.name} too")
        if found.path.lower() == other.format.path.lower():
            raise BadFormat(f"the format {other.format.name} writes {found.path} too")
    return found
