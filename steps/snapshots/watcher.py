"""Takes the snapshot of a scenario while it runs, and compares it with what is expected.

Rule: the watcher only looks. A page that differs is given time to become what is expected, since a step does not wait
for what it does not ask about. The first page that differs is reported; messages are compared when the scenario ends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from playwright.sync_api import Page

from deskproof.reports.record import Evidence
from deskproof.steps.snapshots.reading import read_until
from deskproof.steps.snapshots.snapshot import (
    Expected,
    Lines,
    Moment,
    Snapshot,
    counted,
    for_people,
    message_difference,
    page_difference,
    shown,
)
from deskproof.steps.snapshots.texts import Cleaned, message_lines

_PATIENCE_SECONDS = 3.0
"""How long a page may take to become what is expected."""

_ADVICE = "If that is right, save it with 'deskproof run --snapshots update'."


class Watcher:
    """Watches one scenario. `open_pages` are its pages and whose they are; without `expected`, nothing is compared,
    and what is not `exact` leaves out messages and the fingerprints of elements.
    `cleaned` takes out of a text what is secret or differs between equal runs.
    """

    def __init__(
        self,
        open_pages: Callable[[], Sequence[tuple[Page, str]]],
        cleaned: Cleaned,
        expected: Expected | None = None,
        *,
        exact: bool = True,
    ) -> None:
        self._open_pages = open_pages
        self._cleaned = cleaned
        self._expected = expected
        self._exact = exact
        self._pages: dict[Moment, Lines] = {}
        self._messages: list[str] = []
        self._difference = ""

    @property
    def snapshot(self) -> Snapshot:
        """What has been seen."""
        return Snapshot(pages=dict(sorted(self._pages.items())), messages=counted(self._messages))

    @property
    def difference(self) -> str:
        """How what has been seen differs from what is expected, for people; empty where it does not."""
        return self._difference

    def add(self, evidence: Evidence) -> None:
        """Messages and journal entries have been seen."""
        self._messages.extend(message_lines(evidence.traffic, evidence.journal, self._cleaned))

    def look(self, step: int, text: str) -> None:
        """Look at every page after the step with this number, from 0, and this text."""
        expected = self._expected if not self._difference else None
        open_pages = {Moment(step=step, page=name): page for page, name in _named(self._open_pages())}
        for moment, page in open_pages.items():
            texts = tuple(map(self._compared, expected.pages.get(moment, ()))) if expected else ()
            lines = read_until(
                page,
                self._cleaned,
                lambda lines, texts=texts: self._compared(lines) in texts,  # type: ignore[misc]
                seconds=_PATIENCE_SECONDS if expected else 0,
            )
            if lines is None:
                continue
            self._pages[moment] = lines
            if expected and (difference := page_difference(texts, self._compared(lines))):
                self._differs(f"After '{text}', the page of {moment.page} differs from its snapshot.", difference)
        closed = {moment for moment in (expected.pages if expected else ()) if moment.step == step} - {*self._pages}
        for moment in sorted(closed):
            self._differs(f"After '{text}', the page of {moment.page} in the snapshot is not open.", ())

    def _compared(self, lines: Lines) -> Lines:
        return lines if self._exact else for_people(lines)

    def end(self) -> None:
        """The scenario has ended: compare the messages."""
        if self._expected is None or self._difference or not self._exact:
            return
        if difference := message_difference(self._expected.messages, counted(self._messages)):
            self._differs("What was exchanged differs from the snapshot.", difference)

    def _differs(self, sentence: str, difference: Lines) -> None:
        if not self._difference:
            self._difference = "\n".join(part for part in (f"{sentence} {_ADVICE}", shown(difference)) if part)


def _named(pages: Sequence[tuple[Page, str]]) -> Iterator[tuple[Page, str]]:
    """Each page with a name of its own: whose it is, and which of that person's."""
    numbers: Counter[str] = Counter()
    for page, actor in pages:
        numbers[actor] += 1
        whose = actor or "somebody"
        yield page, whose if numbers[actor] == 1 else f"{whose}, page {numbers[actor]}"
