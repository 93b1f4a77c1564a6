"""The catalogue of claims, read from `features/claims.toml`.

A claim is one sentence of the documented procedure. Reading is strict: a catalogue that is wrong in any place is
refused with one sentence that names the place, so that no coverage figure is ever counted on a half-read catalogue.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

Kind = Literal["explicit", "implied", "advice", "definition"]

_Id = Annotated[str, StringConstraints(pattern=r"^AD-\d{3}$")]
_Sentence = Annotated[str, StringConstraints(pattern=r"\S")]


class ClaimsError(ValueError):
    """The catalogue cannot be used; the message says what was seen, what was expected and what to do."""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _Section(_Entry):
    en: _Sentence
    sv: _Sentence


class Section(_Section):
    """A part of the documented procedure, with its title in both languages."""

    key: str


class _Claim(_Entry):
    section: str
    kind: Kind
    must: bool
    source: _Sentence
    en: _Sentence
    sv: _Sentence


class Claim(_Claim):
    """One sentence of the documented procedure, in our own words."""

    id: str


class _Catalogue(_Entry):
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
        raise KeyError(f"there is no claim {claim_id}; the catalogue has {self.claims[0].id} to {self.claims[-1].id}")

    def of_section(self, key: str) -> tuple[Claim, ...]:
        """The claims of one section, in order."""
        return tuple(claim for claim in self.claims if claim.section == key)


def load_claims(path: Path) -> Claims:
    """The catalogue in the TOML file `path`; ClaimsError when it cannot be read or anything in it is wrong."""
    try:
        content = _Catalogue.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
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
    for id_, claim in content.claims.items():
        if claim.section not in content.sections:
            raise ClaimsError(
                f"{path}: claim {id_}: names section {claim.section!r}; the sections are {', '.join(content.sections)}"
            )
    return Claims(
        sections=tuple(Section(key=key, **section.model_dump()) for key, section in content.sections.items()),
        claims=tuple(Claim(id=id_, **claim.model_dump()) for id_, claim in content.claims.items()),
    )


def _sentence(fault: ErrorDetails) -> str:
    """What is wrong, where, and what to write instead."""
    match fault["loc"]:
        case (("sections" | "claims") as table,):
            return f"has nothing under [{table}]; a catalogue needs both [sections] and [claims.AD-nnn]"
        case (table,):
            return f"has the table [{table}]; only [sections] and [claims.AD-nnn] belong there"
        case ("sections", key, *_):
            return f'section {key} is not a title in two languages; write {key} = {{ en = "…", sv = "…" }}'
        case ("claims", id_, "[key]"):
            return f"claim {id_}: the id is not of the form AD-nnn; write AD- and three digits"
        case ("claims", id_):
            return f"claim {id_}: is {fault['input']!r}; write a table with {', '.join(_Claim.model_fields)}"
        case ("claims", id_, field):
            return f"claim {id_}: {_field_sentence(str(field), fault)}"
        case place:
            return f"{'.'.join(map(str, place))}: {fault['msg']}; correct that place"


def _field_sentence(field: str, fault: ErrorDetails) -> str:
    if fault["type"] == "missing":
        return f"has no {field}; add it"
    if fault["type"] == "extra_forbidden":
        return f"has the unknown field {field}; the fields are {', '.join(_Claim.model_fields)}"
    if field == "kind":
        return f"has the kind {fault['input']!r}; the kinds are {', '.join(get_args(Kind))}"
    if field == "must":
        return f"has must = {fault['input']!r}; write true or false"
    return f"has {field} = {fault['input']!r}; write a sentence"
