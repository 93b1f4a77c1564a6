"""Feature files as written: every scenario that a file promises, example rows counted one by one, with its steps and
lines.

Rule: this is the reference. It is read with Cucumber's own parser, apart from pytest-bdd, so that a scenario or a step
that pytest-bdd loses on the way is noticed (`steps.bind` compares the two).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from gherkin.dialect import Dialect
from gherkin.errors import CompositeParserException, ParserError
from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler

from reports.record import scenario_id

StepKind = Literal["given", "when", "then"]

CLAIM_TAG = re.compile(r"AD-\d{3}")
LANGUAGES = ("en", "sv")

_KIND: Mapping[str, StepKind] = {"Context": "given", "Action": "when", "Outcome": "then"}
_BOM = "\ufeff"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Something that is wrong in the features or the step definitions, and what to do about it."""

    path: str
    line: int
    sentence: str
    snippet: str = ""

    def __str__(self) -> str:
        head = f"{self.path}:{self.line}: {self.sentence}"
        return (
            head
            if not self.snippet
            else head + "\n\n" + "\n".join(f"    {line}".rstrip() for line in self.snippet.splitlines()) + "\n"
        )


@dataclass(frozen=True, kw_only=True)
class WrittenStep:
    """A step with its example values filled in. `kind` is what And, But and * carry on from the step before."""

    kind: StepKind
    keyword: str
    text: str
    line: int
    table: tuple[tuple[str, ...], ...] = ()
    docstring: str | None = None


@dataclass(frozen=True, kw_only=True)
class WrittenScenario:
    """One scenario, or one example row of an outline. `template` is the name as written, `name` the one with values
    filled in.
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
    example: tuple[str, ...]
    steps: tuple[WrittenStep, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that the scenario proves: its tags of the form AD-nnn."""
        return tuple(tag for tag in self.tags if CLAIM_TAG.fullmatch(tag))


@dataclass(frozen=True, kw_only=True)
class FeatureFile:
    """A feature file. `path` is how people are told of it; `findings` is what its own text already gives away."""

    path: str
    file: Path
    language: str
    scenarios: tuple[WrittenScenario, ...]
    findings: tuple[Finding, ...]


def read_features(folder: Path) -> tuple[FeatureFile, ...]:
    """All feature files under `folder`, in the order of their paths; what is wrong with them is in their `findings`."""
    return tuple(read_feature(file, told_as(file, folder)) for file in sorted(folder.rglob("*.feature")))


def told_as(file: Path, folder: Path) -> str:
    """How a file under the features folder is called in ids and messages: `features/sv/station.feature` on every
    machine.
    """
    return file.relative_to(folder.parent).as_posix()


def read_feature(file: Path, path: str) -> FeatureFile:
    """The feature file `file`, told of as `path`."""
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        return _unreadable(
            file,
            path,
            Finding(
                path=path, line=1, sentence=f"is not UTF-8 ({error.reason} at byte {error.start}); save it as UTF-8."
            ),
        )
    if text.startswith(_BOM):
        return _unreadable(
            file,
            path,
            Finding(
                path=path,
                line=1,
                sentence="begins with a byte order mark, which hides the first line; save it as UTF-8 without BOM.",
            ),
        )
    try:
        document: Any = Parser().parse(text)
    except CompositeParserException as error:
        return _unreadable(file, path, *(_parse_finding(path, each) for each in error.errors))
    except ParserError as error:
        return _unreadable(file, path, _parse_finding(path, error))
    feature = document.get("feature")
    if feature is None:
        return _unreadable(
            file, path, Finding(path=path, line=1, sentence="holds no feature; write one or delete the file.")
        )
    document["uri"] = path
    pickles: Any = Compiler().compile(document)
    scenarios = tuple(_scenario(path, feature, pickle) for pickle in pickles)
    return FeatureFile(
        path=path,
        file=file,
        language=feature["language"],
        scenarios=scenarios,
        findings=tuple(_text_findings(path, feature)),
    )


def _unreadable(file: Path, path: str, *findings: Finding) -> FeatureFile:
    return FeatureFile(path=path, file=file, language="", scenarios=(), findings=findings)


def _parse_finding(path: str, error: ParserError) -> Finding:
    location: Any = getattr(error, "location", None) or {}
    said = re.sub(r"^\(\d+:\d+\): ", "", str(error)).splitlines()[0]
    got = re.search(r"got '(.*)'$", said)
    sentence = (
        f"a feature file cannot go on with '{got.group(1)}' here; check the keyword, its spelling and capitals, and "
        "the '# language:' line."
        if got
        else f"is not Gherkin: {said}."
    )
    return Finding(path=path, line=int(location.get("line", 1)), sentence=sentence)


# ---- from the tree and the pickles -----------------------------------------------------------------------------------


def _scenario(path: str, feature: dict[str, Any], pickle: dict[str, Any]) -> WrittenScenario:
    rule, scenario = next((rule, node) for rule, node in _scenarios(feature) if node["id"] == pickle["astNodeIds"][0])
    example = _example(scenario, pickle["astNodeIds"][1]) if len(pickle["astNodeIds"]) > 1 else ()
    rule_name = rule["name"] if rule else None
    nodes = {step["id"]: (step, kind) for steps in _step_lists(feature) for step, kind in _with_kinds(steps)}
    return WrittenScenario(
        id=scenario_id(path, rule_name, scenario["name"], " | ".join(example) if example else None),
        path=path,
        line=pickle["location"]["line"],
        feature=feature["name"],
        rule=rule_name,
        template=scenario["name"],
        template_line=scenario["location"]["line"],
        first_line=min([scenario["location"]["line"], *(tag["location"]["line"] for tag in scenario["tags"])]),
        name=pickle["name"],
        language=feature["language"],
        tags=tuple(dict.fromkeys(tag["name"].removeprefix("@") for tag in pickle["tags"])),
        example=example,
        steps=tuple(_step(step, *nodes[step["astNodeIds"][0]]) for step in pickle["steps"]),
    )


def _step(pickle_step: dict[str, Any], node: dict[str, Any], kind: StepKind) -> WrittenStep:
    argument = pickle_step.get("argument") or {}
    table = argument.get("dataTable", {}).get("rows", ())
    return WrittenStep(
        kind=kind,
        keyword=node["keyword"].strip(),
        text=pickle_step["text"],
        line=node["location"]["line"],
        table=tuple(tuple(cell["value"] for cell in row["cells"]) for row in table),
        docstring=argument.get("docString", {}).get("content"),
    )


def _scenarios(feature: dict[str, Any]) -> Iterator[tuple[dict[str, Any] | None, dict[str, Any]]]:
    """Every scenario of the tree with its rule."""
    for child in feature["children"]:
        if "scenario" in child:
            yield None, child["scenario"]
        for inner in child.get("rule", {}).get("children", ()):
            if "scenario" in inner:
                yield child["rule"], inner["scenario"]


def _backgrounds(feature: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for child in feature["children"]:
        if "background" in child:
            yield child["background"]
        yield from (inner["background"] for inner in child.get("rule", {}).get("children", ()) if "background" in inner)


def _step_lists(feature: dict[str, Any]) -> Iterator[list[dict[str, Any]]]:
    yield from (background["steps"] for background in _backgrounds(feature))
    yield from (scenario["steps"] for _, scenario in _scenarios(feature))


def _with_kinds(steps: Iterable[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], StepKind]]:
    kind: StepKind = "given"
    for step in steps:
        kind = _KIND.get(step.get("keywordType", ""), kind)
        yield step, kind


def _example(scenario: dict[str, Any], row_id: str) -> tuple[str, ...]:
    rows = (row for table in scenario["examples"] for row in table.get("tableBody", ()))
    return next(tuple(cell["value"] for cell in row["cells"]) for row in rows if row["id"] == row_id)


# ---- what the text gives away ----------------------------------------------------------------------------------------


def _text_findings(path: str, feature: dict[str, Any]) -> Iterator[Finding]:
    """The places where Gherkin silently takes steps or scenarios for description, or runs nothing."""
    if feature["language"] not in LANGUAGES:
        yield Finding(
            path=path,
            line=1,
            sentence=f"is in the language '{feature['language']}'; features are in {' or '.join(LANGUAGES)}.",
        )
    scenarios = list(_scenarios(feature))
    if not scenarios:
        yield Finding(
            path=path,
            line=feature["location"]["line"],
            sentence="holds no scenario; check the scenario keywords, which are case sensitive, or delete the file.",
        )
    rules = [child["rule"] for child in feature["children"] if "rule" in child]
    for node in (feature, *rules):
        yield from _lost_lines(path, node, feature["language"])
    for node in (*_backgrounds(feature), *(scenario for _, scenario in scenarios)):
        if node["description"].strip():
            first = node["description"].strip().splitlines()[0].strip()
            yield Finding(
                path=path,
                line=node["location"]["line"] + 1,
                sentence=f"'{first}' is read as description, not as a step; use a step keyword of the language "
                f"({_step_keywords(feature['language'])}), "
                "or put prose into a comment.",
            )
    seen: dict[str, int] = {}
    for _, scenario in scenarios:
        line, name = scenario["location"]["line"], scenario["name"]
        if name in seen:
            yield Finding(
                path=path,
                line=line,
                sentence=f"is called '{name}' like the scenario in line {seen[name]}, and only one of the two would "
                "run; give it a name of its own.",
            )
        seen.setdefault(name, line)
        if not scenario["steps"]:
            yield Finding(
                path=path,
                line=line,
                sentence=f"the scenario '{name}' has no step and would pass without doing anything; write steps "
                f"({_step_keywords(feature['language'])}) or delete it.",
            )
        if scenario["examples"] and not any(table.get("tableBody") for table in scenario["examples"]):
            yield Finding(
                path=path,
                line=line,
                sentence=f"the outline '{name}' has no example row and would not run; add a row or delete it.",
            )
        yield from _placeholder_findings(path, scenario)


def _lost_lines(path: str, node: dict[str, Any], language: str) -> Iterator[Finding]:
    """Lines of a feature's or rule's description that look like a scenario or a step of any of our languages."""
    for offset, line in enumerate(node["description"].splitlines(), start=1):
        if _looks_lost(line.strip()):
            yield Finding(
                path=path,
                line=node["location"]["line"] + offset,
                sentence=f"'{line.strip()}' is read as description and does not run; use the keywords of the language "
                f"'{language}' with their capitals, or word the description otherwise.",
            )


def _looks_lost(line: str) -> bool:
    for name in LANGUAGES:
        spec = _dialect(name)
        sections = [
            word
            for key in ("feature", "rule", "background", "scenario", "scenarioOutline", "examples")
            for word in spec[key]
        ]
        if any(line.lower().startswith(f"{word.lower()}:") for word in sections):
            return True
        steps = [word for key in ("given", "when", "then", "and", "but") for word in spec[key]]
        if any(line.startswith(word) for word in steps if word != "* "):
            return True
    return False


def _dialect(language: str) -> Mapping[str, Any]:
    dialect = Dialect.for_name(language)
    if dialect is None:
        raise LookupError(f"Cucumber's parser knows no language {language!r}.")
    return dialect.spec


def _step_keywords(language: str) -> str:
    spec = _dialect(language if language in LANGUAGES else "en")
    return ", ".join(spec[key][-1].strip() for key in ("given", "when", "then", "and", "but"))


def _placeholder_findings(path: str, scenario: dict[str, Any]) -> Iterator[Finding]:
    """Placeholders of an outline that no column fills. `<+120> 15532447` is no placeholder but a number as written."""
    columns = {
        cell["value"] for table in scenario["examples"] for cell in table.get("tableHeader", {}).get("cells", ())
    }
    if not columns:
        return
    for step in scenario["steps"]:
        for name in re.findall(r"<([^\W\d][\w ]*)>", step["text"]):
            if name not in columns:
                yield Finding(
                    path=path,
                    line=step["location"]["line"],
                    sentence=f"<{name}> is filled by no column of the examples ({', '.join(sorted(columns))}); add "
                    "the column or correct the name.",
                )
