"""Text of a feature file that Gherkin ignores silently, or reads as prose.

Rule: every parser ignores text after the last bar of a table row, or after the end of a doc string; a line of a
description that looks like a keyword was meant as one. Each is a finding.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gherkin.dialect import Dialect
from gherkin.parser_types import Examples, Feature, Rule, Step, TableRow

from deskproof.steps.gherkin.files.characters import plain
from deskproof.steps.gherkin.files.findings import Finding, odd_characters

LANGUAGES = ("en", "sv")
"""The languages of features where a project names no others, and those whose keywords are looked for in every file."""

_SECTIONS = ("feature", "rule", "background", "scenario", "scenarioOutline", "examples")
_STEPS = ("given", "when", "then", "and", "but")
_LANGUAGE = re.compile(r"\s*#\s*language\s*:\s*[a-zA-Z\-_]+\s*", re.ASCII)
_LOOKS_LIKE_LANGUAGE = re.compile(r"#\W*lang\w*\s*[:=\-]?\s*(\w{2,3}(?:[-_]\w{2,4})?)\s*", re.IGNORECASE)


def language_findings(path: str, lines: Sequence[str]) -> Iterator[Finding]:
    """A comment above the feature that looks like the `# language:` line and is read as a comment."""
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            return
        looks = _LOOKS_LIKE_LANGUAGE.fullmatch(plain(line))
        if looks and not _LANGUAGE.fullmatch(line):
            yield Finding(
                path=path,
                line=number,
                sentence=f"'{line.strip()}' is read as a comment{odd_characters(line)}; write "
                f"'# language: {looks[1].lower()}'.",
            )


def row_findings(path: str, rows: Sequence[TableRow], lines: Sequence[str]) -> Iterator[Finding]:
    """Rows of a table that do not end with a bar, so that what follows the last bar is lost."""
    for row in rows:
        number = row["location"]["line"]
        rest = re.sub(r"\\.", "..", lines[number - 1]).rstrip()
        if not rest.endswith("|"):
            lost = lines[number - 1].rstrip()[rest.rindex("|") + 1 :].strip()
            yield Finding(
                path=path,
                line=number,
                sentence=f"'{lost}' follows the last bar of the row and is not read; end the row with a bar, and put a "
                "comment on a line of its own.",
            )


def docstring_findings(path: str, step: Step, lines: Sequence[str]) -> Iterator[Finding]:
    """Text on the line that ends a doc string, and the type on the line that begins it."""
    docstring = step.get("docString")
    if docstring is None:
        return
    begin = docstring["location"]["line"]
    if docstring.get("mediaType"):
        yield Finding(
            path=path,
            line=begin,
            sentence=f"nothing reads the type '{docstring['mediaType']}' of this doc string; delete it after the "
            "delimiter.",
        )
    delimiter = docstring["delimiter"]
    for number in range(begin + 1, len(lines) + 1):
        line = lines[number - 1].strip()
        if line.startswith(delimiter):
            if line != delimiter:
                yield Finding(
                    path=path,
                    line=number,
                    sentence=f"'{line[len(delimiter) :].strip()}' follows the end of the doc string and is not read; "
                    "put it on a line of its own.",
                )
            return


def description_findings(path: str, node: Feature | Rule | Examples, language: str) -> Iterator[Finding]:
    """Lines of a description that look like a scenario or a step of any of our languages."""
    for offset, line in enumerate(node["description"].splitlines(), start=1):
        if _looks_lost(line, language):
            yield Finding(
                path=path,
                line=node["location"]["line"] + offset,
                sentence=f"'{line.strip()}' is read as description and does not run{odd_characters(line)}; use the "
                f"keywords of the language '{language}' with their capitals and a colon, or reword the description.",
            )


def step_keywords(language: str) -> str:
    """The step keywords of a language, for messages."""
    spec = _dialect(language)
    return ", ".join(spec[key][-1].strip() for key in _STEPS)


def _looks_lost(line: str, language: str) -> bool:
    seems = plain(line)
    head = re.match(r"([^\W\d][\w ]*?)\s*:", seems)
    for name in dict.fromkeys((language, *LANGUAGES)):
        spec = _dialect(name)
        sections = [word.lower() for key in _SECTIONS for word in spec[key]]
        if head and difflib.get_close_matches(head[1].lower(), sections, n=1, cutoff=0.85):
            return True
        if any(seems.startswith(word) for key in _STEPS for word in spec[key] if word != "* "):
            return True
    return False


def _dialect(language: str) -> Mapping[str, Any]:
    dialect = Dialect.for_name(language)
    if dialect is None:
        raise LookupError(f"Cucumber's parser does not know the language {language!r}.")
    return dialect.spec
