"""The catalogues of claims, read from TOML files.

A claim is one sentence of the documented procedure. Reading is strict: a catalogue that is wrong in any place is
refused with one sentence that names the place, so that no coverage figure is ever counted on a half-read catalogue.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, get_args

from gherkin.dialect import Dialect
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from deskproof.steps.gherkin.files.reader import CLAIM_TAG
from deskproof.steps.gherkin.vocabulary.values import LANGUAGES, Language

Kind = Literal["explicit", "implied", "advice", "definition"]

_Id = Annotated[str, StringConstraints(pattern=f"^{CLAIM_TAG.pattern}$")]
_Sentence = Annotated[str, StringConstraints(pattern=r"\S")]


class ClaimsError(ValueError):
    """The catalogue cannot be used; the message says what was seen, what was expected and what to do."""


class _Entry(BaseModel):
    """An entry with a sentence in each language, by the code of the language, beside its other fields."""

    model_config = ConfigDict(extra="allow", strict=True, frozen=True)

    __pydantic_extra__: dict[str, _Sentence] = Field(init=False)

    @property
    def texts(self) -> Mapping[Language, str]:
        """The sentence by language."""
        return self.__pydantic_extra__

    def text(self, language: Language) -> str:
        """The sentence in a language; the first one where there is none in it."""
        return self.texts.get(language) or next(iter(self.texts.values()))


class _Section(_Entry):
    pass


class Section(_Section):
    """A part of the documented procedure, with its title in each language."""

    key: str


class _Claim(_Entry):
    section: str
    kind: Kind
    must: bool
    source: _Sentence


class Claim(_Claim):
    """One sentence of the documented procedure, in our own words, in each language."""

    id: str


class _Catalogue(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    title: _Sentence = "Claims"
    sections: Annotated[dict[str, _Section], Field(min_length=1)]
    claims: Annotated[dict[_Id, _Claim], Field(min_length=1)]


@dataclass(frozen=True, kw_only=True)
class Claims:
    """All claims in the order of the documented procedure."""

    sections: tuple[Section, ...]
    claims: tuple[Claim, ...]

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.claims)

    def __len__(self) -> int:
        return len(self.claims)

    def __contains__(self, claim_id: object) -> bool:
        return any(claim.id == claim_id for claim in self.claims)

    def __getitem__(self, claim_id: str) -> Claim:
        for claim in self.claims:
            if claim.id == claim_id:
                return claim
        raise KeyError(f"there is no claim {claim_id}; there are {self.range}")

    @property
    def range(self) -> str:
        """The first and the last claim of each series, for messages."""
        series: dict[str, list[str]] = {}
        for claim in self.claims:
            series.setdefault(claim.id.rpartition("-")[0], []).append(claim.id)
        return " and ".join(ids[0] if len(ids) == 1 else f"{ids[0]} to {ids[-1]}" for ids in series.values())

    def of_section(self, key: str) -> tuple[Claim, ...]:
        """The claims of one section, in order."""
        return tuple(claim for claim in self.claims if claim.section == key)


def load_claims(*paths: Path, languages: Sequence[Language] = LANGUAGES) -> Claims:
    """The claims of the catalogues in the TOML files `paths`, with a sentence in each of the languages. ClaimsError
    when one cannot be read or anything in it is wrong.
    """
    sections: dict[str, Section] = {}
    claims: dict[str, Claim] = {}
    for path in paths:
        content = _read(path)
        _require_languages(path, content, languages)
        for key, section in content.sections.items():
            known = sections.setdefault(key, Section(key=key, **section.texts))
            if known.texts != section.texts:
                raise ClaimsError(f"{path}: section {key} has another title in another catalogue; give it another key")
        for id_, claim in content.claims.items():
            if claim.section not in content.sections:
                raise ClaimsError(
                    f"{path}: claim {id_}: names section {claim.section!r}; the sections are "
                    f"{', '.join(content.sections)}"
                )
            if id_ in claims:
                raise ClaimsError(f"{path}: claim {id_} is in another catalogue too; give it a number of its own")
            claims[id_] = Claim(id=id_, **claim.model_dump())
    return Claims(sections=tuple(sections.values()), claims=tuple(claims.values()))


def _read(path: Path) -> _Catalogue:
    try:
        return _Catalogue.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise ClaimsError(
            f"{path}: cannot be read ({error.strerror}); the catalogue of claims belongs there"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ClaimsError(f"{path}: is not TOML in UTF-8 ({error}); correct that place") from error
    except ValidationError as error:
        # An unknown table comes first: it is most likely one that is missing, misspelt.
        fault = min(error.errors(include_url=False), key=lambda each: each["type"] != "extra_forbidden")
        raise ClaimsError(f"{path}: {_sentence(fault)}") from error


def _require_languages(path: Path, content: _Catalogue, languages: Sequence[Language]) -> None:
    """Raises ClaimsError where an entry lacks a language, or has a field that is none."""
    entries: list[tuple[str, _Entry]] = [
        *((f"section {key}", section) for key, section in content.sections.items()),
        *((f"claim {id_}", claim) for id_, claim in content.claims.items()),
    ]
    for name, entry in entries:
        for key in entry.texts:
            if Dialect.for_name(key) is None:
                raise ClaimsError(f"{path}: {name}: has the unknown field {key}; correct it, or delete it")
        for language in languages:
            if language not in entry.texts:
                raise ClaimsError(f"{path}: {name}: has no {language}; add it")


def _sentence(fault: ErrorDetails) -> str:
    """What is wrong, where, and what to write instead."""
    match fault["loc"]:
        case (("sections" | "claims") as table,):
            return f"has nothing under [{table}]; a catalogue needs both [sections] and [claims.WORD-number]"
        case ("title",):
            return f"has title = {fault['input']!r}; write a sentence"
        case (table,):
            return f"has the table [{table}]; only title, [sections] and [claims.WORD-number] belong there"
        case ("sections", key, *_):
            return f'section {key} is not a title in each language; write {key} = {{ en = "…" }}'
        case ("claims", id_, "[key]"):
            return f"claim {id_}: the id is not of the form WORD-number; write capitals, a hyphen and digits"
        case ("claims", id_):
            return f"claim {id_}: is {fault['input']!r}; write a table with {', '.join(_Claim.model_fields)}"
        case ("claims", id_, field):
            return f"claim {id_}: {_field_sentence(str(field), fault)}"
        case place:
            return f"{'.'.join(map(str, place))}: {fault['msg']}; correct that place"


def _field_sentence(field: str, fault: ErrorDetails) -> str:
    if fault["type"] == "missing":
        return f"has no {field}; add it"
    if field not in _Claim.model_fields and Dialect.for_name(field) is None:
        return f"has the unknown field {field}; the fields are {', '.join(_Claim.model_fields)}, and the languages"
    if field == "kind":
        return f"has the kind {fault['input']!r}; the kinds are {', '.join(get_args(Kind))}"
    if field == "must":
        return f"has must = {fault['input']!r}; write true or false"
    return f"has {field} = {fault['input']!r}; write a sentence"
