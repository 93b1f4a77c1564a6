"""What is wrong in the text of a feature file: the places where Gherkin would lose a text, leave it unused, or run
another text than the file seems to have.

Rule: every text of a file is used or is a finding. A description is prose; a line in it that looks like a step or a
keyword is a finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gherkin.parser_types import Background, Examples, Feature, Rule, Scenario

from deskproof.steps.gherkin.files.characters import invisible_characters
from deskproof.steps.gherkin.files.checks.examples import ESCAPE, example_findings, texts, unfilled_placeholders
from deskproof.steps.gherkin.files.checks.unread_text import (
    LANGUAGES,
    description_findings,
    docstring_findings,
    row_findings,
    step_keywords,
)
from deskproof.steps.gherkin.files.document import backgrounds, header_of, rules, scenarios
from deskproof.steps.gherkin.files.findings import Finding, finding_at, listed, odd_characters
from deskproof.steps.gherkin.files.placeholders import names

_TAGS_OF_PYTEST = frozenset({"filterwarnings", "parametrize", "skipif", "usefixtures", "xfail"})
_OUTLINES = ("Outline", "Template", "Abstrakt", "mall")


def character_findings(path: str, lines: Sequence[str]) -> Iterator[Finding]:
    """A finding for each line with invisible characters, except comments."""
    for number, line in enumerate(lines, start=1):
        if line.lstrip().startswith("#"):
            continue
        found = tuple(invisible_characters(line))
        if found:
            yield Finding(
                path=path,
                line=number,
                sentence=f"has {listed(found)}; type the line again with plain characters, or name the character in "
                "words if the scenario is about it.",
            )


def tree_findings(
    path: str, feature: Feature, lines: Sequence[str], languages: Sequence[str] = LANGUAGES
) -> Iterator[Finding]:
    """What is wrong in a feature that could be parsed."""
    if feature["language"] not in languages:
        yield Finding(
            path=path,
            line=1,
            sentence=f"is in the language '{feature['language']}'; features are in {' or '.join(languages)}.",
        )
    found = list(scenarios(feature))
    if not found:
        yield Finding(
            path=path,
            line=feature["location"]["line"],
            sentence="has no scenario; check the scenario keywords, which are case sensitive, or delete the file.",
        )
    described: list[Feature | Rule] = [feature, *rules(feature)]
    for node in described:
        yield from _tag_findings(path, node)
        yield from description_findings(path, node, feature["language"])
        yield from unfilled_placeholders(path, node, node["name"], f"the name of the {node['keyword'].lower()}")
    for rule in rules(feature):
        if not any(rule is of for of, _ in found):
            yield finding_at(path, rule, f"the rule '{rule['name']}' has no scenario; write one or delete it.")
    for background in backgrounds(feature):
        yield from _background_findings(path, background, feature["language"], lines)
    seen: dict[tuple[str | None, str], int] = {}
    for rule_or_none, scenario in found:
        key = (rule_or_none["name"] if rule_or_none else None, scenario["name"])
        if key in seen:
            yield finding_at(
                path,
                scenario,
                f"has the name '{scenario['name']}' of the scenario in line {seen[key]}, so that reports could not "
                "distinguish them; give it another name.",
            )
        seen.setdefault(key, scenario["location"]["line"])
        yield from _scenario_findings(path, scenario, feature["language"], lines)


# ---- scenarios and backgrounds


def _background_findings(path: str, background: Background, language: str, lines: Sequence[str]) -> Iterator[Finding]:
    yield from _description_finding(path, background, language)
    yield from _first_step_finding(path, background)
    if not background["steps"]:
        yield finding_at(path, background, "the background has no step; write steps or delete it.")
    yield from unfilled_placeholders(path, background, background["name"], "the name of the background")
    for step in background["steps"]:
        yield from docstring_findings(path, step, lines)
        yield from row_findings(path, step.get("dataTable", {}).get("rows", ()), lines)
        for line, text in texts(step):
            for name in names(text):
                yield Finding(
                    path=path,
                    line=line,
                    sentence=f"<{name}> is in a background, where examples do not fill it; write the value, or move "
                    f"the step into the outlines; {ESCAPE}.",
                )


def _scenario_findings(path: str, scenario: Scenario, language: str, lines: Sequence[str]) -> Iterator[Finding]:
    name = scenario["name"]
    yield from _description_finding(path, scenario, language)
    yield from _first_step_finding(path, scenario)
    if not name:
        yield finding_at(path, scenario, "the scenario has no name; name what it proves in a few words.")
    if not scenario["steps"]:
        yield finding_at(
            path,
            scenario,
            f"the scenario '{name}' has no step and would pass without doing anything; write steps "
            f"({step_keywords(language)}) or delete it.",
        )
    for step in scenario["steps"]:
        yield from docstring_findings(path, step, lines)
        yield from row_findings(path, step.get("dataTable", {}).get("rows", ()), lines)
    tagged: list[Scenario | Examples] = [scenario, *scenario["examples"]]
    for node in tagged:
        yield from _tag_findings(path, node)
    for examples in scenario["examples"]:
        yield from description_findings(path, examples, language)
        header = header_of(examples)
        yield from row_findings(path, [*([header] if header else []), *examples.get("tableBody", ())], lines)
    if scenario["examples"]:
        yield from example_findings(path, scenario)
    else:
        yield from _findings_without_examples(path, scenario)


def _findings_without_examples(path: str, scenario: Scenario) -> Iterator[Finding]:
    if any(word in scenario["keyword"] for word in _OUTLINES):
        yield finding_at(
            path,
            scenario,
            f"the outline '{scenario['name']}' has no examples, so nothing fills it; add an Examples table, or make it "
            "a scenario.",
        )
        return
    places = [(scenario["location"]["line"], scenario["name"])]
    places += [place for step in scenario["steps"] for place in texts(step)]
    for line, text in places:
        for name in names(text):
            yield Finding(
                path=path,
                line=line,
                sentence=f"nothing fills <{name}>, because '{scenario['name']}' has no examples; add an Examples "
                f"table with the column '{name}', or write the value; {ESCAPE}.",
            )


def _description_finding(path: str, node: Background | Scenario, language: str) -> Iterator[Finding]:
    if node["description"].strip():
        first = node["description"].strip().splitlines()[0].strip()
        yield Finding(
            path=path,
            line=node["location"]["line"] + 1,
            sentence=f"'{first}' is read as description, not as a step{odd_characters(first)}; use a step keyword of "
            f"the language ({step_keywords(language)}), or put prose into a comment.",
        )


def _first_step_finding(path: str, node: Background | Scenario) -> Iterator[Finding]:
    if node["steps"] and node["steps"][0].get("keywordType") not in ("Context", "Action", "Outcome"):
        first = node["steps"][0]
        yield finding_at(
            path,
            first,
            f"'{first['keyword'].strip()}' continues the step before it, and there is none; begin with Given, When or "
            "Then.",
        )


def _tag_findings(path: str, node: Feature | Rule | Scenario | Examples) -> Iterator[Finding]:
    for tag in node["tags"]:
        name = tag["name"].removeprefix("@")
        if names(name):
            yield finding_at(path, tag, f"the tag @{name} is not filled in; examples fill steps and names only.")
        elif name.startswith("_") or name in _TAGS_OF_PYTEST:
            yield finding_at(
                path, tag, f"the tag @{name} means something to pytest and would not only mark the scenario; rename it."
            )
