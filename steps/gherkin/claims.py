"""The catalogue of claims, read from `features/claims.toml`.

A claim is one sentence of the documented procedure. Reading is strict: a catalogue that is wrong in any place is
refused with one sentence that names the place, so that no coverage figure is ever counted on a half-read catalogue.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

Kind = Literal["explicit", "implied", "advice", "definition"]

_ID = re.compile(r"AD-\d{3}")
_FIELDS = frozenset({"section", "kind", "must", "source", "en", "sv"})


class ClaimsError(ValueError):
    """The catalogue cannot be used; the message says what was seen, what was wanted and what to do."""


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of the documented procedure, with its title in both languages."""

    key: str
    en: str
    sv: str


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One sentence of the documented procedure, in our own words."""

    id: str
    section: str
    kind: Kind
    must: bool
    source: str
    en: str
    sv: str


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
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ClaimsError(
            f"{path}: cannot be read ({error.strerror}); the catalogue of claims belongs there"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ClaimsError(f"{path}: is not TOML in UTF-8 ({error}); correct that place") from error
    unknown = sorted(content.keys() - {"sections", "claims"})
    if unknown:
        raise ClaimsError(f"{path}: has the table [{unknown[0]}]; only [sections] and [claims.AD-nnn] belong there")
    sections = tuple(_section(path, key, entry) for key, entry in _table(path, content, "sections").items())
    keys = frozenset(section.key for section in sections)
    claims = tuple(_claim(path, key, entry, keys) for key, entry in _table(path, content, "claims").items())
    return Claims(sections=sections, claims=claims)


def _table(path: Path, content: Mapping[str, object], name: str) -> Mapping[str, object]:
    table = content.get(name)
    if not isinstance(table, dict) or not table:
        raise ClaimsError(f"{path}: has nothing under [{name}]; a catalogue needs both [sections] and [claims.AD-nnn]")
    return table


def _section(path: Path, key: str, entry: object) -> Section:
    if not isinstance(entry, dict) or entry.keys() != {"en", "sv"}:
        raise ClaimsError(f'{path}: section {key} is {entry!r}; write {key} = {{ en = "…", sv = "…" }}')
    where = f"{path}: section {key}"
    return Section(key=key, en=_sentence(where, entry, "en"), sv=_sentence(where, entry, "sv"))


def _claim(path: Path, claim_id: str, entry: object, sections: frozenset[str]) -> Claim:
    where = f"{path}: claim {claim_id}"
    if not _ID.fullmatch(claim_id):
        raise ClaimsError(f"{where}: the id is not of the form AD-nnn; write AD- and three digits")
    if not isinstance(entry, dict):
        raise ClaimsError(f"{where}: is {entry!r}; write a table with {', '.join(sorted(_FIELDS))}")
    for field in sorted(_FIELDS - entry.keys()):
        raise ClaimsError(f"{where}: has no {field}; add it")
    for field in sorted(entry.keys() - _FIELDS):
        raise ClaimsError(f"{where}: has the unknown field {field}; the fields are {', '.join(sorted(_FIELDS))}")
    if entry["section"] not in sections:
        raise ClaimsError(
            f"{where}: names section {entry['section']!r}; the sections are {', '.join(sorted(sections))}"
        )
    if entry["kind"] not in get_args(Kind):
        raise ClaimsError(f"{where}: has the kind {entry['kind']!r}; the kinds are {', '.join(get_args(Kind))}")
    if not isinstance(entry["must"], bool):
        raise ClaimsError(f"{where}: has must = {entry['must']!r}; write true or false")
    return Claim(
        id=claim_id,
        section=entry["section"],
        kind=entry["kind"],
        must=entry["must"],
        source=_sentence(where, entry, "source"),
        en=_sentence(where, entry, "en"),
        sv=_sentence(where, entry, "sv"),
    )


def _sentence(where: str, entry: Mapping[str, object], field: str) -> str:
    value = entry[field]
    if not isinstance(value, str) or not value.strip():
        raise ClaimsError(f"{where}: has {field} = {value!r}; write a sentence")
    return value
