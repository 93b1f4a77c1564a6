"""The configuration as JSON (docs/architecture.md): camelCase, strict, entities named by short keys; and its patch.

Rule: a document becomes a `Configuration` or one `DocumentError` that names the path, what was seen and expected.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic.alias_generators import to_camel

from deskproof.simulator.control.sentences import MASK, SECRETS, sentence, shown
from deskproof.simulator.domain.configuration import (
    AddressBookEntry,
    AuxiliaryCode,
    Configuration,
    ConfigurationError,
    DesktopProfile,
    EntryPoint,
    Layout,
    NumberRule,
    OutdialNumber,
    Person,
    Queue,
    Role,
    Settings,
    Site,
    SkillProfile,
    StationOption,
    Team,
    WorkType,
)
from deskproof.simulator.domain.credentials import WANTED_ADDRESS, password_fault, read_address
from deskproof.simulator.domain.numbers import NUMBER_EXPECTED, configured_number
from deskproof.simulator.domain.values import LONGEST_SPAN_MINUTES, Secret

Json: TypeAlias = Any
"""Any result of `json.loads`, before validation."""

REMOVE = "$remove"

LONGEST_WORD = 120
"""Characters of a new value in the description of a change; a layout has thousands."""


class DocumentError(ValueError):
    """A document that is not a configuration; the message is one sentence."""


def _number(text: str) -> str:
    number = configured_number(text)
    if number is None:
        raise ValueError(NUMBER_EXPECTED)
    return number


def _text(document: Json) -> Json:
    """A layout may be given as JSON or as text; text is stored unchanged, valid or not."""
    return json.dumps(document, ensure_ascii=False) if isinstance(document, dict) else document


def _email(text: str) -> str:
    address = read_address(text)
    if address is None:
        raise ValueError(WANTED_ADDRESS)
    return address


def _password(text: str) -> str:
    if fault := password_fault(text):
        raise ValueError(fault)
    return text


def _page(text: str) -> str:
    if not text.startswith(("http://", "https://")):
        raise ValueError("expected the address of a page, such as https://crm.example.com/customers")
    return text


Key = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", description="short name: small letters, digits, hyphens")]
Number = Annotated[str, AfterValidator(_number)]
Email = Annotated[str, AfterValidator(_email)]
PageAddress = Annotated[str, AfterValidator(_page)]
Name = Annotated[str, Field(min_length=1)]
Seconds = Annotated[int, Field(gt=0, le=LONGEST_SPAN_MINUTES * 60)]
Minutes = Annotated[int, Field(gt=0, le=LONGEST_SPAN_MINUTES)]
Password = Annotated[str, AfterValidator(_password)]


MOST_DIGITAL = 15
"""Conversations of one digital channel that an agent may have at a time."""


class Document(BaseModel):
    """Root of all documents of the control plane."""

    model_config = ConfigDict(alias_generator=to_camel, extra="forbid", populate_by_name=True, strict=True)


class SettingsDocument(Document):
    reject_duplicate_dn: bool = True
    require_registered_numbers: bool = False
    force_default_dn: bool = False
    web_rtc_enabled: bool = True
    teams_connector: bool = False
    azure_sso: bool = False
    inactivity_minutes: Minutes | None = None
    skills_based_routing: bool = False
    lost_connection_recovery_seconds: Seconds = 50
    rona_seconds: Seconds = 18
    digital_rona_seconds: Seconds = 18
    digital_capacity: Annotated[int, Field(ge=0, le=MOST_DIGITAL)] = 3
    record_calls: bool = True
    global_layout: str | None = None
    widget_hosts: tuple[str, ...] = ()


class SiteDocument(Document):
    key: Key
    name: Name


class LayoutDocument(Document):
    key: Key
    name: Name
    document: Annotated[str, BeforeValidator(_text)]
    description: str = ""


class TeamDocument(Document):
    key: Key
    name: Name
    site: str = "main"
    layout: str | None = None


class ProfileDocument(Document):
    key: Key
    name: Name
    login_voice_options: tuple[StationOption, ...] = tuple(StationOption)
    agent_dn_validation: Annotated[NumberRule, Field(alias="agentDnValidation")] = NumberRule.ANY
    active: bool = True
    inactivity_minutes: Minutes | None = None
    auto_answer: bool = False
    auto_wrap_up_seconds: Seconds | None = None


class SkillProfileDocument(Document):
    key: Key
    name: Name


class AuxiliaryCodeDocument(Document):
    key: Key
    name: Name
    work: WorkType
    default: bool = False
    system: bool = False


class EntryPointDocument(Document):
    key: Key
    name: Name
    channel: str = "TELEPHONY"
    number: Number | None = None
    queue: str | None = None


class QueueDocument(Document):
    key: Key
    name: Name
    channel: str = "TELEPHONY"
    teams: tuple[str, ...] = ()
    permit_monitoring: bool = True
    screen_pop: PageAddress | None = None
    leads_to: Number | None = None


class AddressBookEntryDocument(Document):
    key: Key
    name: Name
    number: Number


class OutdialNumberDocument(AddressBookEntryDocument):
    pass


class PersonDocument(Document):
    key: Key
    first_name: Name
    last_name: Name
    email: Email
    password: Password
    roles: Annotated[tuple[Role, ...], Field(min_length=1)] = (Role.AGENT,)
    teams: tuple[str, ...] = ()
    primary_team: str | None = None
    profile: str
    site: str = "main"
    default_dn: Number | None = None
    registered_numbers: tuple[Number, ...] = ()
    active: bool = True
    contact_centre: bool = True
    skill_profile: str | None = None
    language: str = "en"
    teams_password: Password | None = None
    teams_access: bool = True


class ConfigurationDocument(Document):
    """Everything an administrator sets for one tenant."""

    settings: SettingsDocument = Field(default_factory=SettingsDocument)
    sites: tuple[SiteDocument, ...] = (SiteDocument(key="main", name="Main"),)
    layouts: tuple[LayoutDocument, ...] = ()
    teams: tuple[TeamDocument, ...] = ()
    profiles: tuple[ProfileDocument, ...] = ()
    skill_profiles: tuple[SkillProfileDocument, ...] = ()
    auxiliary_codes: tuple[AuxiliaryCodeDocument, ...] = ()
    queues: tuple[QueueDocument, ...] = ()
    entry_points: tuple[EntryPointDocument, ...] = ()
    address_book: tuple[AddressBookEntryDocument, ...] = ()
    outdial_numbers: tuple[OutdialNumberDocument, ...] = ()
    people: tuple[PersonDocument, ...] = ()


_ENTITIES: Mapping[str, type[Any]] = {
    "sites": Site,
    "layouts": Layout,
    "teams": Team,
    "profiles": DesktopProfile,
    "skill_profiles": SkillProfile,
    "auxiliary_codes": AuxiliaryCode,
    "queues": Queue,
    "entry_points": EntryPoint,
    "address_book": AddressBookEntry,
    "outdial_numbers": OutdialNumber,
}

KEYED = frozenset(map(to_camel, [*_ENTITIES, "people"]))
"""The lists of keyed entities, which a patch merges by key."""


def configuration_from(document: Json) -> Configuration:
    """The configuration a document describes. `DocumentError` when it is not valid."""
    if not isinstance(document, dict):
        raise DocumentError(
            f'the configuration is {shown(document)}; expected an object such as {{"settings": {{…}}}}.'
        )
    return _configuration(document, {})


def _configuration(document: Mapping[str, Json], untouched: Mapping[str, Any]) -> Configuration:
    """The configuration of a document; the parts of `untouched` are taken as they are."""
    try:
        parsed = ConfigurationDocument.model_validate_json(json.dumps(document))
    except ValidationError as error:
        raise DocumentError(sentence(error, ConfigurationDocument, document)) from None
    read = {name: _READERS[name](getattr(parsed, name)) for name in _READERS if name not in untouched}
    try:
        return Configuration(**read, **untouched)
    except ConfigurationError as error:
        raise DocumentError(f"{error}.") from None


def _person(document: PersonDocument) -> Person:
    teams = None if document.teams_password is None else Secret(document.teams_password)
    return Person(**{**dict(document), "password": Secret(document.password), "teams_password": teams})


def _reader(entity: type[Any]) -> Callable[[Any], Any]:
    return lambda documents: tuple(entity(**dict(item)) for item in documents)


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "settings": lambda document: Settings(**dict(document)),
    **{name: _reader(entity) for name, entity in _ENTITIES.items()},
    "people": lambda documents: tuple(map(_person, documents)),
}
"""How each part of a parsed document is read."""


def document_of(configuration: Configuration) -> dict[str, Json]:
    """The document that describes a configuration, passwords in plain text: only for clients with the control token."""
    return {name: _plain(getattr(configuration, part)) for part, name in _names(Configuration)}


def patched(
    configuration: Configuration, patch: Json, *, password_for: Callable[[str], Secret]
) -> tuple[Configuration, tuple[str, ...]]:
    """The configuration after a JSON merge patch, and a description of each change.

    Lists of keyed entities are merged by key; `{"key": "bo", "$remove": true}` removes an entity. A new person without
    a password gets one from `password_for`. `DocumentError` when the patch does not fit; nothing is changed then.
    """
    if not isinstance(patch, dict):
        raise DocumentError(f'the patch is {shown(patch)}; expected an object such as {{"settings": {{…}}}}.')
    touched = {part: name for part, name in _names(Configuration) if part in patch or name in patch}
    before = {name: _plain(getattr(configuration, part)) for part, name in touched.items()}
    merged = dict(before)
    for name, change in patch.items():
        merged[name] = _merged_list(name, before[name], change) if name in KEYED else _merged(before.get(name), change)
        if merged[name] is None:
            del merged[name]
    for person in merged.get("people") or ():
        if isinstance(person.get("key"), str) and "password" not in person:
            person["password"] = password_for(person["key"]).reveal()
    untouched = {part: getattr(configuration, part) for part, _ in _names(Configuration) if part not in touched}
    after = _configuration(merged, untouched)
    new = {name: _plain(getattr(after, part)) for part, name in touched.items()}
    return after, tuple(_differences(before, new))


def _merged(before: Json, change: Json) -> Json:
    """RFC 7396: objects are merged, null removes a member (its default applies), anything else replaces."""
    if not isinstance(change, dict):
        return change
    merged = dict(before) if isinstance(before, dict) else {}
    for name, inner in change.items():
        if inner is None:
            merged.pop(name, None)
        else:
            merged[name] = _merged(merged.get(name), inner)
    return merged


def _merged_list(name: str, before: Sequence[Json], change: Json) -> Json:
    if not isinstance(change, list):
        raise DocumentError(
            f'{name} is {shown(change)}; expected a list of objects with a key, such as [{{"key": "…"}}].'
        )
    by_key = {entity["key"]: entity for entity in before}
    for number, item in enumerate(change):
        key = item.get("key") if isinstance(item, dict) else None
        if not isinstance(key, str):
            raise DocumentError(f'{name}.{number} is {shown(item)}; expected an object with a "key".')
        if REMOVE not in item:
            by_key[key] = _merged(by_key.get(key), item)
            continue
        if item != {"key": key, REMOVE: True}:
            raise DocumentError(
                f'{name}.{key} is {shown(item)}; to remove it, give only {{"key": "{key}", "{REMOVE}": true}}.'
            )
        if by_key.pop(key, None) is None:
            raise DocumentError(
                f"{name}.{key} cannot be removed because it does not exist; there are: {', '.join(by_key) or 'none'}."
            )
    return list(by_key.values())


def _plain(value: Any) -> Json:
    if isinstance(value, Secret):
        return value.reveal()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        return {name: _plain(getattr(value, part)) for part, name in _names(value.__class__)}
    return value if value is None or isinstance(value, bool | int) else str(value)


@cache
def _names(type_: type[Any]) -> tuple[tuple[str, str], ...]:
    """Each part of a configuration or entity, with its name in documents."""
    return tuple((part.name, to_camel(part.name)) for part in fields(type_))


def _differences(before: Mapping[str, Json], after: Mapping[str, Json]) -> list[str]:
    changes: list[str] = []
    for name, value in after.items():
        if name not in KEYED:
            changes += _changes(name, before[name], value)
            continue
        old = {entity["key"]: entity for entity in before[name]}
        new = {entity["key"]: entity for entity in value}
        changes += [f"{name}.{key} removed" for key in old if key not in new]
        for key, entity in new.items():
            changes += _changes(f"{name}.{key}", old[key], entity) if key in old else [f"{name}.{key} added"]
        remaining = [key for key in old if key in new]
        if remaining != [key for key in new if key in old]:
            changes.append(f"{name} in another order")
    return changes


def _changes(path: str, before: Mapping[str, Json], after: Mapping[str, Json]) -> list[str]:
    return [
        f"{path}.{name} = {MASK if name in SECRETS and value is not None else _word(value)}"
        for name, value in after.items()
        if value != before.get(name)
    ]


def _word(value: Json) -> str:
    word = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return word if len(word) <= LONGEST_WORD else f"{word[:LONGEST_WORD]}…"
