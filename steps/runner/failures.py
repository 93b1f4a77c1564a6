"""Why a step did not pass, in words: `failed` when the product did not do what the step says, `broken` when the harness
could not decide that, `not-offered` when the desktop does not have what the step needs.

Rule: they are never mixed up. A dead browser or a dead simulator makes a scenario broken, whatever the error. An
expectation that was not met makes it failed: a ProductFailure, an `expect` of Playwright's, a fact that did not occur,
or something that the page did not offer to a screen or an actor. Every other error is the harness's and makes it
broken, a bare `assert` too. What the adapter does not offer is neither, whatever else went wrong meanwhile.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

import playwright
import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from deskproof.reports.record import Evidence, Failure, JournalLine, NotOfferedVerb, StepStatus
from deskproof.simulator.control.client import FactNotSeen
from deskproof.steps.errors import HarnessError, NotOffered, ProductFailure

_OURS = Path(__file__).parents[1]
_AT_THE_PRODUCT = (
    _OURS / "screens",
    _OURS / "cast" / "abilities",
    _OURS / "cast" / "actors.py",
    _OURS / "cast" / "browser" / "voice.py",
)
"""Where the product's page is used: a timeout there is a failure of the product."""
_PLAYWRIGHT = Path(playwright.__file__).parent
_JOURNAL_TAIL = 8
_MOST_FINDINGS = 8
_MESSAGE_LENGTH = 300
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """The status that an error gives a step."""

    status: StepStatus
    failure: Failure
    not_offered: NotOfferedVerb | None = None

    @property
    def wrong(self) -> bool:
        """Whether something is wrong, with the product or with the harness."""
        return self.status in ("failed", "broken")


class Unexpected(ProductFailure):
    """The product did something that no step expected; the message is the sentence for people."""


class SnapshotDiffers(Unexpected):
    """A page or a message reads otherwise than in the snapshot of the scenario."""


def judge(
    error: BaseException,
    *,
    lost: Callable[[], str | None] = lambda: None,
    journal: Sequence[JournalLine] = (),
    evidence: Evidence | None = None,
) -> Verdict:
    """The verdict on `error`. `lost` returns a sentence when browser or simulator has died; `journal` and
    `evidence` are for the details.
    """
    if isinstance(error, pytest.skip.Exception):
        return Verdict(status="skipped", failure=Failure(message=str(error) or "Skipped."))
    if isinstance(error, NotOffered):
        lacking = NotOfferedVerb(verb=error.verb, reason=error.reason)
        return Verdict(status="not-offered", failure=Failure(message=error.reason), not_offered=lacking)
    if isinstance(error, KeyboardInterrupt):
        return Verdict(status="broken", failure=Failure(message="The run was interrupted while this step was running."))
    death = lost()
    if death is not None:
        return Verdict(status="broken", failure=Failure(message=death, details=_details(error, journal, evidence)))
    status: StepStatus = "failed" if _is_of_the_product(error) else "broken"
    failure = Failure(
        message=sentence(error),
        details=_details(error, journal, evidence),
        unasked=isinstance(error, Unexpected),
    )
    return Verdict(status=status, failure=failure)


def _is_of_the_product(error: BaseException) -> bool:
    if isinstance(error, PlaywrightTimeout):
        last = next((path for path in reversed(_places(error)) if not path.is_relative_to(_PLAYWRIGHT)), None)
        # Outside of Deskproof are the screens and words of a project.
        return (
            last is None
            or not last.is_relative_to(_OURS)
            or any(last.is_relative_to(place) for place in _AT_THE_PRODUCT)
        )
    return isinstance(error, ProductFailure | FactNotSeen) or (
        isinstance(error, AssertionError) and _is_of_playwright(error)
    )


def _is_of_playwright(error: BaseException) -> bool:
    """Whether Playwright raised it; its `expect` raises AssertionError, as any `assert` does, but in its own files."""
    if isinstance(error, AssertionError):
        places = _places(error)
        return bool(places) and places[-1].is_relative_to(_PLAYWRIGHT)
    return isinstance(error, PlaywrightError)


def _places(error: BaseException) -> list[Path]:
    """The files that the error came through, the innermost last."""
    return [Path(frame.f_code.co_filename) for frame, _ in traceback.walk_tb(error.__traceback__)]


def sentence(error: BaseException) -> str:
    """The error in one line: what was expected, and what was seen instead."""
    text = _plain(error)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        return f"{type(error).__name__} without a message."
    head = lines[0]
    if _is_of_playwright(error):
        head = _playwright_sentence(head, lines)
    elif not isinstance(error, ProductFailure | HarnessError | FactNotSeen):
        head = f"{type(error).__name__}: {head}"
    return head if len(head) <= _MESSAGE_LENGTH else head[: _MESSAGE_LENGTH - 1] + "…"


def _playwright_sentence(head: str, lines: Sequence[str]) -> str:
    """In one line what Playwright writes in several: what it expected, what it saw and where it looked."""
    seen = next((line.partition(":")[2].strip() for line in lines if line.startswith("Actual value:")), None)
    where = next(
        (line.removeprefix("- waiting for ").strip() for line in lines if line.startswith("- waiting for ")), None
    )
    if "Error: element(s) not found" in lines:
        seen = "no such element"
    text = head.removeprefix("Locator.").removeprefix("Page.")
    if where:
        text = f"{text.removesuffix('.')}, at {where}"
    return f"{text}; seen: {seen}" if seen is not None else text


def _details(error: BaseException, journal: Sequence[JournalLine], evidence: Evidence | None) -> str:
    parts = [_plain(error).rstrip()]
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_shown(Path(frame.filename))]
    if frames:
        parts.append(
            "\n".join(
                f"{_shown(Path(frame.filename))}:{frame.lineno} in {frame.name}: {frame.line}" for frame in frames
            )
        )
    findings = tuple(_findings(evidence)) if evidence else ()
    if findings:
        parts.append("What went wrong on the pages meanwhile:\n" + "\n".join(findings[:_MOST_FINDINGS]))
    if journal:
        lines = (
            f"{line.seq:>5} {line.at} {line.kind} {line.name} {line.data}".rstrip() for line in journal[-_JOURNAL_TAIL:]
        )
        parts.append("The journal up to here:\n" + "\n".join(lines))
    return "\n\n".join(part for part in parts if part)


def _is_shown(file: Path) -> bool:
    """Whether the file is of Deskproof or of the project, and not of a package or of Python."""
    return file.is_relative_to(_OURS) or (file.is_relative_to(Path.cwd()) and "site-packages" not in file.parts)


def _shown(file: Path) -> str:
    return (file.relative_to(_OURS.parent) if file.is_relative_to(_OURS) else file.relative_to(Path.cwd())).as_posix()


def _findings(evidence: Evidence) -> Iterator[str]:
    """Refused and failed requests and errors in the console: often the cause of what a step then misses."""
    for line in evidence.traffic:
        if line.kind == "http" and (line.status is None or line.status >= HTTPStatus.BAD_REQUEST):
            yield f"{line.method} {urlsplit(line.url).path}: {line.status or line.response}"
    for message in evidence.console:
        if message.level in ("error", "pageerror"):
            yield f"{message.level}: {message.text}"


def _plain(error: BaseException) -> str:
    return _COLOURS.sub("", str(error))
