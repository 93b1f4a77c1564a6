"""The editions of a feature file in several languages, compared with that in the first.

Rule: where English is the first language, `features/sv/x.feature` is the Swedish edition of `features/x.feature`: the
same scenarios in the same order, with the same tags, examples and steps. Two steps are the same when they call the same
step function with the same values. An edition may be written later than the first; where it exists it has to match.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import Any

from gherkin.dialect import Dialect

from deskproof.steps.gherkin.files.findings import Finding
from deskproof.steps.gherkin.files.reader import FeatureFile, WrittenScenario, WrittenStep
from deskproof.steps.gherkin.vocabulary.values import LANGUAGES, Language

TRANSLATED = frozenset({"text", "words", "country"})
"""Parameter types whose value differs between the languages; all other values are equal in both editions."""


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """The function that a step calls, and the values that it gets."""

    function: Callable[..., object]
    values: Mapping[str, object]


Means = Callable[[WrittenStep], Meaning | None]
"""Returns the meaning of a step; None where no definition or several fit, which is another finding."""


def compare_editions(
    files: Iterable[FeatureFile], means: Means = lambda _: None, languages: Sequence[Language] = LANGUAGES
) -> Iterator[Finding]:
    """What differs between the editions, and files that are in the folder of another language."""
    by_path = {file.path: file for file in files if not _unread(file)}
    unread = {file.path for file in files if _unread(file)}
    first = _name(languages[0])
    for path, file in by_path.items():
        folder, language, name = _place(path, languages)
        if language is None:
            if file.language in languages[1:]:
                its = _name(file.language)
                yield Finding(
                    path=path,
                    line=1,
                    sentence=f"is in {its}; {its} editions belong in the folder {file.language} beside the {first} "
                    "ones.",
                )
            continue
        if file.language != language:
            yield Finding(
                path=path, line=1, sentence=f"is not in {_name(language)}; begin it with '# language: {language}'."
            )
            continue
        original = by_path.get(f"{folder}/{name}")
        if original is not None:
            yield from _Comparison(original, file, means).findings()
        elif f"{folder}/{name}" not in unread:
            yield Finding(
                path=path,
                line=1,
                sentence=f"has no {first} edition {folder}/{name}; name it as the {first} file is named.",
            )


def original_of(scenarios: Iterable[WrittenScenario]) -> Mapping[str, WrittenScenario]:
    """The edition of each scenario in the first language, by id: itself, or the scenario at the same place of the file
    with the same name. Scenarios without one are left out.
    """
    files = {path: list(there) for path, there in groupby(scenarios, key=lambda scenario: scenario.path)}
    found: dict[str, WrittenScenario] = {}
    for path, there in files.items():
        folder, inside, name = path.partition(f"/{there[0].language}/")
        original = files.get(f"{folder}/{name}", []) if inside else there
        found.update({scenario.id: other for scenario, other in zip(there, original, strict=False)})
    return found


def _place(path: str, languages: Sequence[Language]) -> tuple[str, Language | None, str]:
    """The folder of the first edition, the language by the folder, and the name of the file."""
    for language in languages[1:]:
        folder, inside, name = path.partition(f"/{language}/")
        if inside:
            return folder, language, name
    return path, None, ""


def _name(language: Language) -> str:
    """The English name of a language."""
    dialect = Dialect.for_name(language)
    spec: Mapping[str, Any] = {} if dialect is None else dialect.spec
    return str(spec.get("name", language))


def _unread(file: FeatureFile) -> bool:
    return not file.language


@dataclass(frozen=True)
class _Comparison:
    """An edition of a file, compared with that in the first language."""

    original: FeatureFile
    edition: FeatureFile
    means: Means

    def findings(self) -> Iterator[Finding]:
        """The first scenario that differs; later ones would only repeat it."""
        for first, second in zip_longest(_outlines(self.original), _outlines(self.edition)):
            if second is None:
                yield Finding(
                    path=self.edition.path,
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
                    sentence=f"'{second[0].template}' has no {self._first} counterpart at this place in "
                    f"{self.original.path}; add it there or delete it here.",
                )
                return
            there = f"{first[0].path}:{first[0].template_line} ('{first[0].template}')"
            differences = tuple(self._differences(first, second))
            if differences:
                yield Finding(
                    path=path,
                    line=line,
                    sentence=f"'{second[0].template}' differs from {there}: {'; '.join(differences)}. Bring the two "
                    "editions together.",
                )
                return

    @property
    def _first(self) -> str:
        return _name(self.original.language)

    def _differences(self, originals: list[WrittenScenario], editions: list[WrittenScenario]) -> Iterator[str]:
        original, edition, first = originals[0], editions[0], self._first
        rows = zip(originals, editions, strict=False)
        tagged = next((row for row in rows if row[0].tags != row[1].tags), None)
        if tagged:
            yield f"it is tagged {_tags(tagged[1])} and the {first} one {_tags(tagged[0])}"
        if (original.rule is None) != (edition.rule is None):
            yield "one is under a rule and the other is not"
        if len(original.steps) != len(edition.steps):
            yield f"it has {len(edition.steps)} steps and the {first} one {len(original.steps)}"
        elif [step.kind for step in original.steps] != [step.kind for step in edition.steps]:
            at = next(s for e, s in zip(original.steps, edition.steps, strict=True) if e.kind != s.kind)
            yield f"the step in line {at.line} is of another kind (given, when, then) than the {first} one"
        else:
            rows = zip(originals, editions, strict=False)
            pairs = (pair for row, match in rows for pair in zip(row.steps, match.steps, strict=True))
            found = (difference for pair in pairs for difference in _step_differences(*pair, self.means))
            yield from dict.fromkeys(found)
        if len(originals) != len(editions):
            yield f"it has {len(editions)} example rows and the {first} one {len(originals)}"


def _outlines(file: FeatureFile) -> list[list[WrittenScenario]]:
    """The scenarios as written: the rows of an outline together."""
    return [list(rows) for _, rows in groupby(file.scenarios, key=lambda scenario: scenario.template_line)]


def _step_differences(original: WrittenStep, edition: WrittenStep, means: Means) -> Iterator[str]:
    step = f"'{edition.text}' in line {edition.line}"
    if _shape(original) != _shape(edition):
        yield f"{step} has another table or text below it than '{original.text}'"
    meaning, other = means(original), means(edition)
    if meaning is None or other is None:
        return
    if meaning.function is not other.function:
        yield f"{step} does not say what '{original.text}' says"
        return
    for name in sorted(meaning.values.keys() - TRANSLATED):
        if meaning.values[name] != other.values.get(name):
            yield f"{step} has another {name} than '{original.text}'"


def _shape(step: WrittenStep) -> tuple[list[int], bool]:
    return [len(row) for row in step.table], step.docstring is not None


def _tags(scenario: WrittenScenario) -> str:
    return " ".join(f"@{tag}" for tag in scenario.tags) or "with nothing"
