"""The decorators of step functions: one function, and its sentence in each language.

    @when("{person} enters the number {number}", sv="{person} anger numret {number}")
    def _(cast: Cast, person: str, number: str) -> None: ...

The English sentence comes first; those in other languages are named by their codes. A placeholder is a name of
`parameter_types.PARAMETER_TYPES`. The function gets the value under that name; its other
parameters are fixtures (`datatable` and `docstring` as in pytest-bdd). What cannot work is refused when the module is
imported: an `async def`, which pytest-bdd would pass without running; an unknown placeholder; sentences with
different placeholders; a sentence that another function has.

A Swedish sentence is written in plain word order and also matches the word order after its keyword: "Givet att Ada
ser …", "Så ser Ada …".
"""

import inspect
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

import pytest_bdd
from gherkin.dialect import Dialect
from pytest_bdd.parsers import StepParser

from deskproof.steps.gherkin.files.characters import composed
from deskproof.steps.gherkin.vocabulary.parameter_types import PARAMETER_TYPES, VocabularyError
from deskproof.steps.gherkin.vocabulary.values import Language

StepType = Literal["given", "when", "then"]
Function = TypeVar("Function", bound=Callable[..., Any])

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_SUBJECT_AND_VERB = re.compile(
    r"(?P<subject>\{\w+\}|.+?(?= (?:är|har|sparar|visar|fortsätter|ringer)\b)|\w+) (?P<verb>\w+)"
)

_VERB_AND_NOT = re.compile(r"^((?:(?! (?:att|som) ).)+?) (?!(?:att|som) )(\w+) inte\b")
"""The verb and "inte" of a Swedish main clause, which change places after "att"."""


class Sentence(StepParser):
    """A sentence in one language, with its placeholders; matches a whole step text and returns the typed values."""

    def __init__(self, text: str, language: Language, type_: StepType = "when") -> None:
        super().__init__(text)
        self.language = language
        self.placeholders = tuple(_PLACEHOLDER.findall(text))
        orders = swedish_word_orders(text, type_) if language == "sv" else (text,)
        self._patterns = tuple(re.compile(_pattern(order, language)) for order in orders)
        words = set.intersection(*(set(_PLACEHOLDER.sub(" ", order).split()) for order in orders))
        # Most sentences do not fit most texts, and a look for one word tells sooner than a pattern.
        self._word = max(words, key=lambda word: (len(word), word), default="")

    def parse_arguments(self, name: str) -> dict[str, Any] | None:
        """The values of the placeholders in the step text `name`, or None when it does not match."""
        match = self._match(name)
        if match is None:
            return None
        return {key: PARAMETER_TYPES[key].value(self.language, text) for key, text in match.groupdict().items()}

    def is_matching(self, name: str) -> bool:
        """Whether the step text `name` is this sentence."""
        return self._match(name) is not None

    def _match(self, name: str) -> re.Match[str] | None:
        if self._word not in name:
            return None
        return next((match for pattern in self._patterns if (match := pattern.fullmatch(name))), None)


@dataclass(frozen=True, kw_only=True)
class Definition:
    """One step function with its sentences by language, for checks and listings."""

    type: StepType
    by_language: Mapping[Language, Sentence]
    function: Callable[..., Any]
    path: Path
    line: int

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences, the first one first."""
        return tuple(self.by_language.values())


_DEFINITIONS: list[Definition] = []


def definitions() -> tuple[Definition, ...]:
    """Every step function defined so far, in the order of definition."""
    return tuple(_DEFINITIONS)


def given(en: str | None = None, /, *, into: str | None = None, **others: str) -> Callable[[Function], Function]:
    """A step function for a precondition; `into` names the fixture that its return value replaces."""
    return _define("given", en, others, into)


def when(en: str | None = None, /, *, into: str | None = None, **others: str) -> Callable[[Function], Function]:
    """A step function for an action; `into` names the fixture that its return value replaces."""
    return _define("when", en, others, into)


def then(en: str | None = None, /, **others: str) -> Callable[[Function], Function]:
    """A step function for an expected outcome."""
    return _define("then", en, others, None)


def _define(
    type_: StepType, en: str | None, others: Mapping[str, str], into: str | None
) -> Callable[[Function], Function]:
    texts = {language.replace("_", "-"): composed(text) for language, text in others.items()}
    if en is not None:
        texts = {"en": composed(en), **texts}

    def decorate(function: Function) -> Function:
        definition = _checked(type_, texts, function)
        for sentence in definition.sentences:
            # stacklevel 2: pytest-bdd puts a fixture into the module that calls it; that has to be the step function's.
            pytest_bdd.step(sentence, type_, target_fixture=into, stacklevel=2)(function)
        _DEFINITIONS.append(definition)
        return function

    return decorate


def _checked(type_: StepType, texts: Mapping[Language, str], function: Callable[..., Any]) -> Definition:
    path, line = Path(function.__code__.co_filename), function.__code__.co_firstlineno
    first = next(iter(texts.values()), "")
    where = f'{path.name}:{line}: "{first}"'
    if not texts:
        raise VocabularyError(f"{path.name}:{line}: has no sentence; write one in a language of the features")
    for language in texts:
        if Dialect.for_name(language) is None:
            raise VocabularyError(f"{where} has a sentence in {language!r}, which is not a language of Gherkin")
    if inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function):
        raise VocabularyError(f"{where} is an async def, which pytest-bdd would pass without running; write def")
    parameters = inspect.signature(function).parameters
    for text in texts.values():
        names = _PLACEHOLDER.findall(text)
        for name in names:
            if name not in PARAMETER_TYPES:
                known = ", ".join(sorted(PARAMETER_TYPES))
                raise VocabularyError(
                    f"{where} has the placeholder {{{name}}}; define it with parameter_type, or use one of {known}"
                )
            if name not in parameters:
                raise VocabularyError(
                    f"{where} has the placeholder {{{name}}}, but the function does not take {name}; add it"
                )
            if names.count(name) > 1:
                raise VocabularyError(f"{where} has the placeholder {{{name}}} twice; use two placeholders")
        if set(names) != set(_PLACEHOLDER.findall(first)):
            raise VocabularyError(
                f'{where} and its sentence "{text}" in another language have different placeholders; give both the same'
            )
    for earlier in _DEFINITIONS:
        if earlier.type == type_ and set(texts.values()) & {sentence.name for sentence in earlier.sentences}:
            raise VocabularyError(
                f"{where} is already defined at {earlier.path.name}:{earlier.line}; delete one of the two"
            )
    by_language = {language: Sentence(text, language, type_) for language, text in texts.items()}
    return Definition(type=type_, by_language=by_language, function=function, path=path, line=line)


def swedish_word_orders(text: str, type_: StepType) -> tuple[str, ...]:
    """The word orders that a Swedish sentence may have: as written, after "Givet" with "att" and with "inte" before the
    verb, after "Så" with the verb before its subject. The verb is the word after a leading placeholder, else the first
    verb of a few that we use with longer subjects, else the second word.
    """
    if type_ == "given":
        return (text, "att " + _VERB_AND_NOT.sub(r"\1 inte \2", text))
    turned = _SUBJECT_AND_VERB.match(text) if type_ == "then" else None
    if turned is None:
        return (text,)
    return (text, f"{turned['verb']} {turned['subject']}{text[turned.end() :]}")


def _pattern(text: str, language: Language) -> str:
    parts = _PLACEHOLDER.split(text)
    literals, names = parts[::2], parts[1::2]
    groups = [f"(?P<{name}>{PARAMETER_TYPES[name].pattern(language)})" for name in names]
    whole = "".join(re.escape(literal) + group for literal, group in zip(literals, [*groups, ""], strict=True))
    # The possessive is "Adas", and "Lars" for a name that ends in s.
    return whole.replace(r")s\ ", r")(?:(?<=s)|(?<!s)s)\ ") if language == "sv" else whole
