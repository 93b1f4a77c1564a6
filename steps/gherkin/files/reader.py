"""Feature files as written: every scenario of a file, one for each example row, with its steps and lines.

Rule: this is the only reader. What it returns is checked (`bind_check`), run (`collection`), recorded and reported. It
uses Cucumber's own parser on composed text (NFC); placeholders are filled in one pass.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from gherkin.errors import CompositeParserException, ParserError
from gherkin.parser import Parser
from gherkin.parser_types import Feature, Scenario, Step
from gherkin.pickles.compiler import Compiler, GherkinDocumentWithURI, Pickle

from deskproof.reports.record import scenario_id
from deskproof.steps.gherkin.files.characters import composed
from deskproof.steps.gherkin.files.checks.features import character_findings, tree_findings
from deskproof.steps.gherkin.files.checks.unread_text import LANGUAGES, language_findings
from deskproof.steps.gherkin.files.document import backgrounds, feature_of, header_of, scenarios
from deskproof.steps.gherkin.files.findings import Finding, odd_characters
from deskproof.steps.gherkin.files.placeholders import fill

StepKind = Literal["given", "when", "then"]

CLAIM_TAG = re.compile(r"[A-Z][A-Z0-9]*-\d+")
"""The form of a tag that names a claim."""

_KIND: Mapping[str, StepKind] = {"Context": "given", "Action": "when", "Outcome": "then"}
_BOM = "\ufeff"
_AS_WRITTEN = str.maketrans({"\\": r"\\", "|": r"\|", "\n": r"\n"})
"""How a table escapes the characters that have a meaning in it."""


@dataclass(frozen=True, kw_only=True)
class WrittenStep:
    """A step with its example values filled in. And, But and * have the `kind` of the step before."""

    kind: StepKind
    keyword: str
    text: str
    line: int
    table: tuple[tuple[str, ...], ...] = ()
    docstring: str | None = None


@dataclass(frozen=True, kw_only=True)
class WrittenScenario:
    """One scenario, or one example row of an outline. `template` is the name as written, `name` the one with values
    filled in; `columns` and `example` are the row's, in the order of its table.
    """

    id: str
    path: str
    line: int
    feature: str
    rule: str | None
    template: str
    template_line: int
    first_line: int
    name: str
    language: str
    tags: tuple[str, ...]
    columns: tuple[str, ...]
    example: tuple[str, ...]
    steps: tuple[WrittenStep, ...]

    @property
    def row(self) -> str:
        """The cells of the example row as the file has them, pipes escaped; empty for a scenario without examples."""
        return " | ".join(cell.translate(_AS_WRITTEN) for cell in self.example)

    @property
    def title(self) -> str:
        """The name with its example row, if it has one, which distinguishes the scenarios of an outline."""
        return f"{self.name} [{self.row}]" if self.example else self.name

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that the scenario proves: its tags of the form WORD-number."""
        return tuple(tag for tag in self.tags if CLAIM_TAG.fullmatch(tag))


@dataclass(frozen=True, kw_only=True)
class FeatureFile:
    """A feature file. `path` is its display path; `findings` are those of its own text."""

    path: str
    file: Path
    language: str
    scenarios: tuple[WrittenScenario, ...]
    findings: tuple[Finding, ...]


def read_features(folder: Path, languages: Sequence[str] = LANGUAGES) -> tuple[FeatureFile, ...]:
    """All feature files under `folder`, sorted by path; what is wrong with them, such as another language, is in their
    `findings`. Files and folders whose names begin with a dot belong to editors and are left out.
    """
    files = (
        file
        for file in folder.rglob("*")
        if file.suffix.lower() == ".feature"
        and file.is_file()
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    )
    return tuple(read_feature(file, display_path(file, folder), languages) for file in sorted(files))


def display_path(file: Path, folder: Path) -> str:
    """The path of a file in ids and messages: `features/sv/station.feature` on every machine, however its file system
    stores letters.
    """
    return composed(file.relative_to(folder.parent).as_posix())


def read_feature(file: Path, path: str, languages: Sequence[str] = LANGUAGES) -> FeatureFile:
    """The feature file `file`, with the display path `path`."""
    if file.suffix != ".feature":
        return _unreadable(file, path, _finding(path, f"ends with '{file.suffix}'; name it '{file.stem}.feature'."))
    try:
        text = composed(file.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8 ({error.reason} at byte {error.start}); save it as UTF-8."
        return _unreadable(file, path, _finding(path, reason))
    except OSError as error:
        reason = f"cannot be read ({error.strerror}); make it readable or delete it."
        return _unreadable(file, path, _finding(path, reason))
    if text.startswith(_BOM):
        reason = "begins with a byte order mark, which hides the first line; save it as UTF-8 without BOM."
        return _unreadable(file, path, _finding(path, reason))
    lines = text.split("\n")
    characters = (*language_findings(path, lines), *character_findings(path, lines))
    try:
        document = Parser().parse(text)
    except CompositeParserException as error:
        return _unreadable(file, path, *characters, *(_parse_finding(path, each, lines) for each in error.errors))
    except ParserError as error:
        return _unreadable(file, path, *characters, _parse_finding(path, error, lines))
    feature = feature_of(document)
    if feature is None:
        return _unreadable(file, path, *characters, _finding(path, "has no feature; write one or delete the file."))
    with_uri: GherkinDocumentWithURI = {**document, "uri": path}
    pickles = Compiler().compile(with_uri)
    found = (*characters, *tree_findings(path, feature, lines, languages))
    return FeatureFile(
        path=path,
        file=file,
        language=feature["language"],
        scenarios=tuple(_scenario(path, feature, pickle) for pickle in pickles),
        findings=tuple(sorted(found, key=lambda finding: finding.line)),
    )


def _unreadable(file: Path, path: str, *findings: Finding) -> FeatureFile:
    return FeatureFile(path=path, file=file, language="", scenarios=(), findings=findings)


def _finding(path: str, sentence: str) -> Finding:
    return Finding(path=path, line=1, sentence=sentence)


def _parse_finding(path: str, error: ParserError, lines: Sequence[str]) -> Finding:
    location: Any = getattr(error, "location", None) or {}
    line = int(location.get("line", 1))
    reason = re.sub(r"^\(\d+:\d+\): ", "", str(error)).splitlines()[0]
    got = re.search(r"got '(.*)'$", reason)
    text = lines[line - 1] if line <= len(lines) else ""
    sentence = (
        f"a feature file cannot have '{got.group(1)}' here{odd_characters(text)}; check the keyword, its spelling "
        "and capitals, and the '# language:' line."
        if got
        else f"is not Gherkin: {reason}{odd_characters(text)}."
    )
    return Finding(path=path, line=line, sentence=sentence)


# ---- from the tree and the pickles -----------------------------------------------------------------------------------


def _scenario(path: str, feature: Feature, pickle: Pickle) -> WrittenScenario:
    """The scenario of a pickle, with its placeholders filled in by `placeholders.fill`."""
    node_id, *row_id = pickle["astNodeIds"]
    rule, scenario = next((rule, node) for rule, node in scenarios(feature) if node["id"] == node_id)
    row = _row(scenario, row_id[0]) if row_id else {}
    rule_name = rule["name"] if rule else None
    own = {step["id"] for step in scenario["steps"]}
    nodes = {step["id"]: (step, kind) for steps in _step_lists(feature) for step, kind in _with_kinds(steps)}
    steps = (nodes[step["astNodeIds"][0]] for step in pickle["steps"])
    return WrittenScenario(
        id=scenario_id(path, rule_name, scenario["name"], _row_key(row) if row_id else None),
        path=path,
        line=pickle["location"]["line"],
        feature=feature["name"],
        rule=rule_name,
        template=scenario["name"],
        template_line=scenario["location"]["line"],
        first_line=min([scenario["location"]["line"], *(tag["location"]["line"] for tag in scenario["tags"])]),
        name=fill(scenario["name"], row),
        language=feature["language"],
        tags=tuple(dict.fromkeys(tag["name"].removeprefix("@") for tag in pickle["tags"])),
        columns=tuple(row),
        example=tuple(row.values()),
        steps=tuple(_step(step, kind, row if step["id"] in own else {}) for step, kind in steps),
    )


def _step(node: Step, kind: StepKind, row: Mapping[str, str]) -> WrittenStep:
    rows = node.get("dataTable", {}).get("rows", ())
    docstring = node.get("docString", {}).get("content")
    return WrittenStep(
        kind=kind,
        keyword=node["keyword"].strip(),
        text=fill(node["text"], row),
        line=node["location"]["line"],
        table=tuple(tuple(fill(cell["value"], row) for cell in each["cells"]) for each in rows),
        docstring=None if docstring is None else fill(docstring, row),
    )


def _row_key(row: Mapping[str, str]) -> str:
    """The identity of an example row within its outline: the value of each column, in any order."""
    return json.dumps(sorted(row.items()), ensure_ascii=False)


def _row(scenario: Scenario, row_id: str) -> Mapping[str, str]:
    for table in scenario["examples"]:
        header = header_of(table)
        columns = [cell["value"] for cell in header["cells"]] if header else []
        for row in table.get("tableBody", ()):
            if row["id"] == row_id:
                return dict(zip(columns, (cell["value"] for cell in row["cells"]), strict=True))
    raise LookupError(f"The outline in line {scenario['location']['line']} has no row {row_id}.")


def _step_lists(feature: Feature) -> Iterator[list[Step]]:
    yield from (background["steps"] for background in backgrounds(feature))
    yield from (scenario["steps"] for _, scenario in scenarios(feature))


def _with_kinds(steps: Iterable[Step]) -> Iterator[tuple[Step, StepKind]]:
    kind: StepKind = "given"
    for step in steps:
        kind = _KIND.get(step.get("keywordType", ""), kind)
        yield step, kind
