"""The English and the Swedish edition of a feature file, compared.

Rule: `features/sv/x.feature` says in Swedish what `features/x.feature` says in English: the same scenarios in the same
order, with the same tags, examples and steps, where a step is the same when it leads to the same step function with
the same values. A Swedish file may come later than the English one; where it exists it has to match.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, zip_longest

from deskproof.steps.gherkin.feature_files import FeatureFile, WrittenScenario, WrittenStep
from deskproof.steps.gherkin.findings import Finding

SWEDISH = "sv"

TRANSLATED = frozenset({"text", "words", "country"})
"""Kinds of `steps.gherkin.words` whose value is another one in each language;
all other values are equal in both editions.
"""


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """What a step comes to: the function that runs, and the values it gets."""

    function: Callable[..., object]
    values: Mapping[str, object]


Means = Callable[[WrittenStep], Meaning | None]
"""Tells the meaning of a step, or None where none or several definitions fit, which is another finding."""


def compare_editions(files: Iterable[FeatureFile], means: Means = lambda _: None) -> Iterator[Finding]:
    """What differs between the editions, and files that lie in the folder of the other language."""
    by_path = {file.path: file for file in files if not _unread(file)}
    unread = {file.path for file in files if _unread(file)}
    for path, file in by_path.items():
        folder, inside, name = path.partition(f"/{SWEDISH}/")
        if not inside:
            if file.language == SWEDISH:
                yield Finding(
                    path=path,
                    line=1,
                    sentence="is in Swedish; Swedish editions belong in the folder sv beside the English ones.",
                )
            continue
        if file.language != SWEDISH:
            yield Finding(path=path, line=1, sentence="is not in Swedish; begin it with '# language: sv'.")
            continue
        english = by_path.get(f"{folder}/{name}")
        if english is not None:
            yield from _compare(english, file, means)
        elif f"{folder}/{name}" not in unread:
            yield Finding(
                path=path,
                line=1,
                sentence=f"has no English edition {folder}/{name}; name it as the English file is named.",
            )


def english_of(scenarios: Iterable[WrittenScenario]) -> Mapping[str, WrittenScenario]:
    """For each scenario, by its id, the one that says the same in the English edition: itself, or the one at the same
    place of the file of the same name. A scenario without one is not in it.
    """
    files = {path: list(there) for path, there in groupby(scenarios, key=lambda one: one.path)}
    found: dict[str, WrittenScenario] = {}
    for path, there in files.items():
        folder, inside, name = path.partition(f"/{SWEDISH}/")
        english = files.get(f"{folder}/{name}", []) if inside else there
        found.update({one.id: other for one, other in zip(there, english, strict=False)})
    return found


def _unread(file: FeatureFile) -> bool:
    return not file.language


def _compare(english: FeatureFile, swedish: FeatureFile, means: Means) -> Iterator[Finding]:
    """The first scenario in which the two part; later ones would only repeat it."""
    for one, other in zip_longest(_outlines(english), _outlines(swedish)):
        if other is None:
            yield Finding(
                path=swedish.path,
                line=1,
                sentence=f"lacks the scenario '{one[0].template}' of {one[0].path}:{one[0].template_line}; translate "
                "it.",
            )
            return
        path, line = other[0].path, other[0].template_line
        if one is None:
            yield Finding(
                path=path,
                line=line,
                sentence=f"'{other[0].template}' has no English counterpart at this place in {english.path}; add it "
                "there or delete it here.",
            )
            return
        there = f"{one[0].path}:{one[0].template_line} ('{one[0].template}')"
        differences = tuple(_differences(one, other, means))
        if differences:
            yield Finding(
                path=path,
                line=line,
                sentence=f"'{other[0].template}' differs from {there}: {'; '.join(differences)}. Bring the two "
                "editions together.",
            )
            return


def _outlines(file: FeatureFile) -> list[list[WrittenScenario]]:
    """The scenarios as written: the rows of an outline together."""
    return [list(rows) for _, rows in groupby(file.scenarios, key=lambda scenario: scenario.template_line)]


def _differences(one: list[WrittenScenario], other: list[WrittenScenario], means: Means) -> Iterator[str]:
    english, swedish = one[0], other[0]
    tagged = next((pair for pair in zip(one, other, strict=False) if pair[0].tags != pair[1].tags), None)
    if tagged:
        yield f"it is tagged {_tags(tagged[1])} and the English one {_tags(tagged[0])}"
    if (english.rule is None) != (swedish.rule is None):
        yield "one stands under a rule and the other does not"
    if len(english.steps) != len(swedish.steps):
        yield f"it has {len(swedish.steps)} steps and the English one {len(english.steps)}"
    elif [step.kind for step in english.steps] != [step.kind for step in swedish.steps]:
        at = next(s for e, s in zip(english.steps, swedish.steps, strict=True) if e.kind != s.kind)
        yield f"the step in line {at.line} is of another kind (given, when, then) than the English one"
    else:
        rows = zip(one, other, strict=False)
        pairs = (pair for row, match in rows for pair in zip(row.steps, match.steps, strict=True))
        yield from dict.fromkeys(said for pair in pairs for said in _step_differences(*pair, means))
    if len(one) != len(other):
        yield f"it has {len(other)} example rows and the English one {len(one)}"


def _step_differences(english: WrittenStep, swedish: WrittenStep, means: Means) -> Iterator[str]:
    told = f"'{swedish.text}' in line {swedish.line}"
    if _shape(english) != _shape(swedish):
        yield f"{told} has another table or text below it than '{english.text}'"
    one, other = means(english), means(swedish)
    if one is None or other is None:
        return
    if one.function is not other.function:
        yield f"{told} is not what '{english.text}' says"
        return
    for name in sorted(one.values.keys() - TRANSLATED):
        if one.values[name] != other.values.get(name):
            yield f"{told} has another {name} than '{english.text}'"


def _shape(step: WrittenStep) -> tuple[list[int], bool]:
    return [len(row) for row in step.table], step.docstring is not None


def _tags(scenario: WrittenScenario) -> str:
    return " ".join(f"@{tag}" for tag in scenario.tags) or "with nothing"
