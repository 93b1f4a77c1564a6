"""`deskproof sentences`: what a scenario can say, in both languages, and where each sentence is used.

Rule: reads the step definitions and the features, and runs nothing. Exit status: 0 something is listed; 1 no sentence
has the words; 2 the features could not be read.
"""

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import click

from deskproof.steps.cli import CannotCheck, load_vocabulary, required_project
from deskproof.steps.gherkin.files.reader import FeatureFile, WrittenStep, read_features
from deskproof.steps.gherkin.vocabulary.sentences import Definition, definitions
from deskproof.steps.gherkin.vocabulary.values import Language
from deskproof.steps.selection.expressions import is_blank
from deskproof.steps.terminal import say


class Use(NamedTuple):
    """A step that is written with a sentence, and its place."""

    place: str
    step: WrittenStep


class Line(NamedTuple):
    """A line to print."""

    text: str
    bold: bool = False
    dim: bool = False


@click.command()
@click.argument("words", nargs=-1)
@click.option(
    "--language",
    metavar="CODE",
    default="en",
    show_default=True,
    help="The language of the uses.",
)
def command(words: tuple[str, ...], language: Language) -> None:
    """List the sentences that scenarios can be written with; with WORDS, those that contain all of them.

    Each is shown in every language that it has, with how often it is used and the first use of it.

    \b
    Examples:
      deskproof sentences                  all of them
      deskproof sentences user profile     those about User Profile
      deskproof sentences loggar ut --language sv
    """
    if (blank := next((word for word in words if is_blank(word)), None)) is not None:
        raise CannotCheck(f"{blank!r} has nothing in it to look for; give words of a sentence, or none for all.")
    project = required_project()
    files = [file for file in read_features(project.features, project.languages) if file.language == language]
    if not files:
        raise CannotCheck(
            f"There are no features in the language {language} in {project.settings.features}/; the project's are in "
            f"{', '.join(project.languages)}."
        )
    load_vocabulary(project)
    found = list(_listed(definitions(), files, words))
    if not found:
        say(f"No sentence has {' and '.join(map(repr, words))}; try fewer words, or none for all sentences.")
        sys.exit(1)
    for line in _lines(found):
        say(line.text, bold=line.bold, dim=line.dim)


def _listed(
    known: Sequence[Definition], files: Sequence[FeatureFile], words: Sequence[str]
) -> Iterator[tuple[Definition, Sequence[Use]]]:
    """The sentences with all the words, in themselves or in their first use, by their type; each with its uses."""
    used = [
        Use(f"{file.path}:{step.line}", step)
        for file in files
        for scenario in file.scenarios
        for step in scenario.steps
    ]
    for definition in sorted(known, key=lambda definition: ("given", "when", "then").index(definition.type)):
        uses = [use for use in used if use.step.kind == definition.type and _fits(definition, use.step.text)]
        texts = [sentence.name for sentence in definition.sentences] + [use.step.text for use in uses[:1]]
        if all(word.casefold() in " ".join(texts).casefold() for word in words):
            yield definition, uses


def _fits(definition: Definition, text: str) -> bool:
    return any(sentence.is_matching(text) for sentence in definition.sentences)


def _lines(found: Sequence[tuple[Definition, Sequence[Use]]]) -> Iterator[Line]:
    type_ = ""
    for definition, uses in found:
        if definition.type != type_:
            type_ = definition.type
            yield Line(type_.capitalize(), bold=True)
        yield from (Line(f"  {sentence.name}") for sentence in definition.sentences)
        if uses:
            table = " (with a table)" if uses[0].step.table else ""
            yield Line(f"    {_times(uses)}, first {uses[0].place}: {uses[0].step.text}{table}", dim=True)
        else:
            yield Line("    not used", dim=True)
    yield Line(f"{len(found)} sentence{'s' * (len(found) != 1)}")


def _times(uses: Sequence[Use]) -> str:
    """How many written steps: the rows of an example table count once."""
    places = {use.place for use in uses}
    return "once" if len(places) == 1 else f"{len(places)} times"
