"""The English and the Swedish edition of a feature file, compared.

Rule: `features/sv/x.feature` says in Swedish what `features/x.feature` says in English: the same scenarios in the same
order, with the same tags, steps and examples. A Swedish file is optional; where it exists it has to match.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, zip_longest

from steps.feature_files import FeatureFile, Finding, WrittenScenario

SWEDISH = "sv"


def compare_editions(files: Iterable[FeatureFile]) -> Iterator[Finding]:
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
            yield from _compare(english, file)
        elif f"{folder}/{name}" not in unread:
            yield Finding(
                path=path,
                line=1,
                sentence=f"has no English edition {folder}/{name}; name it as the English file is named.",
            )


def _unread(file: FeatureFile) -> bool:
    return not file.language


def _compare(english: FeatureFile, swedish: FeatureFile) -> Iterator[Finding]:
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
        differences = tuple(_differences(one, other))
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


def _differences(one: list[WrittenScenario], other: list[WrittenScenario]) -> Iterator[str]:
    english, swedish = one[0], other[0]
    if set(english.tags) != set(swedish.tags):
        yield f"it is tagged {_tags(swedish)} and the English one {_tags(english)}"
    if (english.rule is None) != (swedish.rule is None):
        yield "one stands under a rule and the other does not"
    if len(english.steps) != len(swedish.steps):
        yield f"it has {len(swedish.steps)} steps and the English one {len(english.steps)}"
    elif [step.kind for step in english.steps] != [step.kind for step in swedish.steps]:
        at = next(s for e, s in zip(english.steps, swedish.steps, strict=True) if e.kind != s.kind)
        yield f"the step in line {at.line} is of another kind (given, when, then) than the English one"
    if len(one) != len(other):
        yield f"it has {len(other)} example rows and the English one {len(one)}"


def _tags(scenario: WrittenScenario) -> str:
    return " ".join(f"@{tag}" for tag in sorted(scenario.tags)) or "with nothing"
