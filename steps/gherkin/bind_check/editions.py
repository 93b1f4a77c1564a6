"""The English and the Swedish edition of a feature file, compared.

Rule: `features/sv/x.feature` is the Swedish edition of `features/x.feature`: the same scenarios in the same order, with
the same tags, examples and steps. Two steps are the same when they call the same step function with the same values. A
Swedish file may be written later than the English one; where it exists it has to match.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, zip_longest

from deskproof.steps.gherkin.files.findings import Finding
from deskproof.steps.gherkin.files.reader import FeatureFile, WrittenScenario, WrittenStep

SWEDISH = "sv"

TRANSLATED = frozenset({"text", "words", "country"})
"""Parameter types whose value differs between the languages; all other values are equal in both editions."""


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """The function that a step calls, and the values that it gets."""

    function: Callable[..., object]
    values: Mapping[str, object]


Means = Callable[[WrittenStep], Meaning | None]
"""Returns the meaning of a step; None where no definition or several fit, which is another finding."""


def compare_editions(files: Iterable[FeatureFile], means: Means = lambda _: None) -> Iterator[Finding]:
    """What differs between the editions, and files that are in the folder of the other language."""
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
    """The English edition of each scenario, by id: itself, or the scenario at the same place of the file with the same
    name. Scenarios without an English edition are left out.
    """
    files = {path: list(there) for path, there in groupby(scenarios, key=lambda scenario: scenario.path)}
    found: dict[str, WrittenScenario] = {}
    for path, there in files.items():
        folder, inside, name = path.partition(f"/{SWEDISH}/")
        english = files.get(f"{folder}/{name}", []) if inside else there
        found.update({scenario.id: other for scenario, other in zip(there, english, strict=False)})
    return found


def _unread(file: FeatureFile) -> bool:
    return not file.language


def _compare(english: FeatureFile, swedish: FeatureFile, means: Means) -> Iterator[Finding]:
    """The first scenario that differs; later ones would only repeat it."""
    for first, second in zip_longest(_outlines(english), _outlines(swedish)):
        if second is None:
            yield Finding(
                path=swedish.path,
                line=1,
                sentence=f"lacks the scenario '{first[0].template}' of {first[0].path}:{first[0].template_line}; "
                "translate it.",
            )
            return
        path, line = second[0].path, second[0].template_line
        if first is None:
            yield Finding(
                path=path,
                line=line,
                sentence=f"'{second[0].template}' has no English counterpart at this place in {english.path}; add it "
                "there or delete it here.",
            )
            return
        there = f"{first[0].path}:{first[0].template_line} ('{first[0].template}')"
        differences = tuple(_differences(first, second, means))
        if differences:
            yield Finding(
                path=path,
                line=line,
                sentence=f"'{second[0].template}' differs from {there}: {'; '.join(differences)}. Bring the two "
                "editions together.",
            )
            return


def _outlines(file: FeatureFile) -> list[list[WrittenScenario]]:
    """The scenarios as written: the rows of an outline together."""
    return [list(rows) for _, rows in groupby(file.scenarios, key=lambda scenario: scenario.template_line)]


def _differences(
    english_rows: list[WrittenScenario], swedish_rows: list[WrittenScenario], means: Means
) -> Iterator[str]:
    english, swedish = english_rows[0], swedish_rows[0]
    rows = zip(english_rows, swedish_rows, strict=False)
    tagged = next((row for row in rows if row[0].tags != row[1].tags), None)
    if tagged:
        yield f"it is tagged {_tags(tagged[1])} and the English one {_tags(tagged[0])}"
    if (english.rule is None) != (swedish.rule is None):
        yield "one is under a rule and the other is not"
    if len(english.steps) != len(swedish.steps):
        yield f"it has {len(swedish.steps)} steps and the English one {len(english.steps)}"
    elif [step.kind for step in english.steps] != [step.kind for step in swedish.steps]:
        at = next(s for e, s in zip(english.steps, swedish.steps, strict=True) if e.kind != s.kind)
        yield f"the step in line {at.line} is of another kind (given, when, then) than the English one"
    else:
        rows = zip(english_rows, swedish_rows, strict=False)
        pairs = (pair for row, match in rows for pair in zip(row.steps, match.steps, strict=True))
        yield from dict.fromkeys(difference for pair in pairs for difference in _step_differences(*pair, means))
    if len(english_rows) != len(swedish_rows):
        yield f"it has {len(swedish_rows)} example rows and the English one {len(english_rows)}"


def _step_differences(english: WrittenStep, swedish: WrittenStep, means: Means) -> Iterator[str]:
    step = f"'{swedish.text}' in line {swedish.line}"
    if _shape(english) != _shape(swedish):
        yield f"{step} has another table or text below it than '{english.text}'"
    meaning, other = means(english), means(swedish)
    if meaning is None or other is None:
        return
    if meaning.function is not other.function:
        yield f"{step} does not say what '{english.text}' says"
        return
    for name in sorted(meaning.values.keys() - TRANSLATED):
        if meaning.values[name] != other.values.get(name):
            yield f"{step} has another {name} than '{english.text}'"


def _shape(step: WrittenStep) -> tuple[list[int], bool]:
    return [len(row) for row in step.table], step.docstring is not None


def _tags(scenario: WrittenScenario) -> str:
    return " ".join(f"@{tag}" for tag in scenario.tags) or "with nothing"
