"""`deskproof new scenario`: write the skeleton of a scenario in both languages.

Rule: what it writes is accepted by the bind check but for the sentences that have no definition yet, and both editions
are written or neither. Exit status: 0 written; 2 refused, with nothing written.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import click

from deskproof.steps.cli import CannotCheck, load_vocabulary, required_project
from deskproof.steps.gherkin.bind_check.check import known_definitions
from deskproof.steps.gherkin.files.reader import StepKind
from deskproof.steps.gherkin.skeleton import (
    Destination,
    NewScenario,
    NewStep,
    Refusal,
    Skeleton,
    Texts,
    skeleton,
    write_all,
)
from deskproof.steps.gherkin.snippets import definition
from deskproof.steps.gherkin.vocabulary.values import LANGUAGES
from deskproof.steps.terminal import say

Options = TypeVar("Options", bound=Callable[..., object])

_KINDS: tuple[StepKind, ...] = ("given", "when", "then")
_BOTH = ("ENGLISH", "SWEDISH")


@click.group()
def command() -> None:
    """Write the skeleton of something new."""


def _pair(name: str, help_: str, *, multiple: bool = False) -> Callable[[Options], Options]:
    return click.option(name, type=(str, str), multiple=multiple, metavar=" ".join(_BOTH), help=help_)


@command.command()
@click.argument("feature", required=False)
@_pair("--new-feature", "Begin a feature with this title, in place of FEATURE.")
@click.option("--rule", metavar="WORDS", help="The rule it goes to: its English name, or a part of it.")
@_pair("--new-rule", "Begin a rule at the end of the feature.")
@click.option("--claim", "claims", multiple=True, metavar="AD-nnn", help="The claim it proves; may be given again.")
@_pair("--title", "Its name.")
@_pair("--given", "A step, in plain word order and without its keyword; may be given again.", multiple=True)
@_pair("--when", "The same.", multiple=True)
@_pair("--then", "The same.", multiple=True)
def scenario(
    feature: str | None,
    new_feature: tuple[str, str] | None,
    rule: str | None,
    new_rule: tuple[str, str] | None,
    claims: tuple[str, ...],
    title: tuple[str, str] | None,
    given: tuple[tuple[str, str], ...],
    when: tuple[tuple[str, str], ...],
    then: tuple[tuple[str, str], ...],
) -> None:
    """Write a scenario into both editions of FEATURE: its number, its name or its file.

    It goes to the end of the rule or, in a feature without rules, of the file. On a terminal, what is missing is
    asked for.

    \b
    Example:
      deskproof new scenario 10 --rule "first becomes Idle" --claim AD-084 \\
        --title "An idle agent stays Idle" "En passiv agent förblir Passiv" \\
        --given "Bo is signed in" "Bo är inloggad" \\
        --when "Bo becomes Idle" "Bo ändrar tillgängligheten till Passiv" \\
        --then "Bo is Idle" "Bo är Passiv"
    """
    if feature and new_feature:
        raise click.UsageError("FEATURE and --new-feature name two features; give one of them.")
    if rule and new_rule:
        raise click.UsageError("--rule and --new-rule name two rules; give one of them.")
    steps = dict(zip(_KINDS, (given, when, then), strict=True))
    if not sys.stdin.isatty():
        _require(feature or new_feature, claims, title, steps)
    feature = feature or (None if new_feature else _prompt("Feature (number, name or file)"))
    claims = claims or tuple(_prompt("Claims (AD-nnn, with spaces between them)").split())
    claims = tuple(claim.removeprefix("@") for claim in claims)
    title = title or _prompt_pair("Title")
    new = NewScenario(claims=claims, title=Texts(*title), steps=tuple(_steps(steps)))
    destination = Destination(
        feature=feature,
        new_feature=Texts(*new_feature) if new_feature else None,
        rule=rule,
        new_rule=Texts(*new_rule) if new_rule else None,
    )
    project = required_project()
    if project.languages != LANGUAGES:
        raise CannotCheck(
            f"This writes a scenario in {' and '.join(LANGUAGES)}, and the features of the project are in "
            f"{' and '.join(project.languages)}; write it into the feature file."
        )
    if not project.features.is_dir():
        raise CannotCheck(f"The project has no folder {project.settings.features}/; make it first.")
    load_vocabulary(project)
    try:
        made = skeleton(project.features, destination, new, known_definitions(Path.cwd()))
        write_all(made.files)
    except Refusal as refusal:
        raise CannotCheck(str(refusal)) from refusal
    except OSError as error:
        raise CannotCheck(
            f"{error.filename or project.features} cannot be written ({error.strerror}); nothing was changed. Make it "
            "writable."
        ) from error
    for line in _next(made, new):
        say(line)


def _require(feature: object, claims: Sequence[str], title: object, steps: Mapping[StepKind, Sequence[object]]) -> None:
    """Raises UsageError when something is missing that cannot be asked for without a terminal."""
    missing = [
        name
        for name, there in (
            ("FEATURE or --new-feature", feature),
            ("--claim", claims),
            ("--title", title),
            ("--when", steps["when"]),
            ("--then", steps["then"]),
        )
        if not there
    ]
    if missing:
        raise click.UsageError(
            f"missing {', '.join(missing)}; without a terminal nothing can be asked for, so give them all."
        )


def _steps(given: Mapping[StepKind, Sequence[tuple[str, str]]]) -> Iterator[NewStep]:
    """The steps, those of a kind that is not given from the terminal. A scenario without Given is a scenario too."""
    anything = any(given.values())
    for kind in _KINDS:
        pairs: Sequence[tuple[str, str]] = given[kind]
        if not pairs and not (kind == "given" and anything):
            pairs = [_prompt_pair(kind.capitalize())]
        yield from (NewStep(kind=kind, texts=Texts(*pair)) for pair in pairs)


def _prompt_pair(what: str) -> tuple[str, str]:
    return _prompt(f"{what} (English)"), _prompt(f"{what} (Swedish)")


def _prompt(what: str) -> str:
    answer: str = click.prompt(what, type=str)
    return answer


def _next(made: Skeleton, new: NewScenario) -> Iterator[str]:
    """What was written, and what to do next."""
    yield "Written:"
    yield from (f"  {place}" for place in made.places)
    yield "Next:"
    if made.undefined:
        yield "  Define in steps/definitions what has no definition yet, and what its screens do in"
        yield "  steps/screens/interface and steps/screens/reference:"
        for step in made.undefined:
            yield ""
            code = definition(step.kind, {"en": step.texts.en, "sv": step.texts.sv})
            yield from (f"    {line}".rstrip() for line in code.splitlines())
        yield ""
    english, _ = made.places
    file = english.rpartition(":")[0]
    defects = f"simulator/defects/{Path(file).stem}.toml"
    claims = " or ".join(dict.fromkeys(new.claims))
    yield "  Write the rule, where it is new, in simulator/domain with its test in tests/simulator/domain."
    yield f"  Name a defect of {claims} in {defects}, if none there breaks this."
    yield "  deskproof run --check-only"
    yield f"  deskproof run {shlex.join(made.places)}"
    yield f"  deskproof defects {shlex.quote(file)} --missing --keep"
    yield "docs/writing-scenarios.md explains each step."
