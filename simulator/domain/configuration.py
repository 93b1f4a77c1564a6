"""What an administrator sets: people, teams, desktop profiles, codes, queues and tenant settings (DOMAIN 3).

Entities are named by a short `key` that people choose; the wire sees `id`. A `Configuration` cannot hold a dangling
reference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import ClassVar

from deskproof.simulator.domain.credentials import WANTED_ADDRESS, address_key, password_fault, read_address
from deskproof.simulator.domain.numbers import NUMBER_WANTED, configured_number
from deskproof.simulator.domain.values import AgentId, Secret, entity_id


class ConfigurationError(ValueError):
    """A configuration that contradicts itself; the message says where and what would be right."""


class StationOption(StrEnum):
    """The three ways to take calls (AD-044), by the names administrators provision them under (`loginVoiceOptions`)."""

    DIAL_NUMBER = "AGENT_DN"
    EXTENSION = "EXTENSION"
    DESKTOP = "BROWSER"


class Role(StrEnum):
    """What a person may sign in as; both together give the choice Supervisor and Agent (AD-078)."""

    AGENT = "agent"
    SUPERVISOR = "supervisor"


class NumberRule(StrEnum):
    """The profile's `agentDNValidation`: any number, or only the provisioned default (AD-031)."""

    ANY = "ALL"
    DEFAULT_ONLY = "PROVISIONED_VALUE"


class WorkType(StrEnum):
    """What an auxiliary code says: why an agent is idle, or how a contact ended."""

    IDLE = "IDLE_CODE"
    WRAP_UP = "WRAP_UP_CODE"


@dataclass(frozen=True, kw_only=True)
class Keyed:
    """What is configured under a key of its own; `kind` and key make the id that the wire knows it by."""

    kind: ClassVar[str]

    key: str

    @property
    def id(self) -> str:
        return entity_id(self.kind, self.key)


@dataclass(frozen=True, kw_only=True)
class Named(Keyed):
    """What is configured under a key, and shown by a name."""

    name: str


@dataclass(frozen=True, kw_only=True)
class Site(Named):
    """A place; teams and people belong to one."""

    kind = "site"


@dataclass(frozen=True, kw_only=True)
class Team(Named):
    """A team an agent can sign in to (AD-076); its layout decides what the desktop looks like (AD-001)."""

    kind = "team"

    site: str = "main"
    layout: str | None = None


@dataclass(frozen=True, kw_only=True)
class Layout(Named):
    """A desktop layout. `document` is the vendor's JSON as the administrator uploaded it, which nobody has checked: the
    desktop that reads it does (AD-001).
    """

    kind = "desktop-layout"

    document: str
    description: str = ""


@dataclass(frozen=True, kw_only=True)
class AuxiliaryCode(Named):
    """An idle or wrap-up code. The default idle code is the state after station sign-in (PROTOCOL 4.1)."""

    kind = "auxiliary-code"

    work: WorkType
    default: bool = False
    system: bool = False


@dataclass(frozen=True, kw_only=True)
class DesktopProfile(Named):
    """What the administrator lets a group of people do on the desktop."""

    kind = "agent-profile"

    login_voice_options: tuple[StationOption, ...] = tuple(StationOption)
    agent_dn_validation: NumberRule = NumberRule.ANY
    active: bool = True
    inactivity_minutes: int | None = None
    """Overrides the tenant's, when there is one."""


@dataclass(frozen=True, kw_only=True)
class SkillProfile(Named):
    """What an agent is good at, for organisations that route by skill (AD-090)."""

    kind = "skill-profile"


@dataclass(frozen=True, kw_only=True)
class Queue(Named):
    """A contact service queue, served by the agents of its teams; by everybody when it names none."""

    kind = "queue"

    channel: str = "TELEPHONY"
    teams: tuple[str, ...] = ()
    permit_monitoring: bool = True


@dataclass(frozen=True, kw_only=True)
class EntryPoint(Named):
    """Where contacts come in or go out."""

    kind = "entry-point"

    channel: str = "TELEPHONY"


@dataclass(frozen=True, kw_only=True)
class AddressBookEntry(Named):
    """A name and number in the tenant's address book."""

    kind = "address-book-entry"

    number: str


@dataclass(frozen=True, kw_only=True)
class OutdialNumber(Named):
    """A number that callees may be shown (outdial ANI)."""

    kind = "outdial-number"

    number: str


@dataclass(frozen=True, kw_only=True)
class Person(Keyed):
    """Somebody with an account. `active` is false for a deactivated agent, `contact_centre` for one without a licence
    (AD-090). Without `teams_password` there is no Microsoft Teams account; without `teams_access` there is one that may
    not be connected (AD-039).
    """

    kind = "user"

    first_name: str
    last_name: str
    email: str
    password: Secret
    profile: str
    roles: tuple[Role, ...] = (Role.AGENT,)
    teams: tuple[str, ...] = ()
    primary_team: str | None = None
    """Whose layout somebody sees who signs in to no team (DOMAIN 2.6)."""
    site: str = "main"
    default_dn: str | None = None
    registered_numbers: tuple[str, ...] = ()
    active: bool = True
    contact_centre: bool = True
    skill_profile: str | None = None
    language: str = "en"
    teams_password: Secret | None = None
    teams_access: bool = True

    @property
    def agent_id(self) -> AgentId:
        return AgentId(entity_id("agent", self.key))

    @property
    def site_id(self) -> str:
        """The id of the person's site."""
        return entity_id("site", self.site)

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Settings of the whole tenant. `None` minutes means no inactivity limit; the global layout is for teams that have
    none of their own.
    """

    reject_duplicate_dn: bool = True
    require_registered_numbers: bool = False
    force_default_dn: bool = False
    web_rtc_enabled: bool = True
    teams_connector: bool = False
    azure_sso: bool = False
    inactivity_minutes: int | None = None
    skills_based_routing: bool = False
    lost_connection_recovery_seconds: int = 50
    rona_seconds: int = 18
    global_layout: str | None = None


@dataclass(frozen=True, kw_only=True)
class Configuration:
    """Everything an administrator set for one tenant, checked as a whole."""

    settings: Settings = field(default_factory=Settings)
    sites: tuple[Site, ...] = (Site(key="main", name="Main"),)
    layouts: tuple[Layout, ...] = ()
    teams: tuple[Team, ...] = ()
    profiles: tuple[DesktopProfile, ...] = ()
    skill_profiles: tuple[SkillProfile, ...] = ()
    auxiliary_codes: tuple[AuxiliaryCode, ...] = ()
    queues: tuple[Queue, ...] = ()
    entry_points: tuple[EntryPoint, ...] = ()
    address_book: tuple[AddressBookEntry, ...] = ()
    outdial_numbers: tuple[OutdialNumber, ...] = ()
    people: tuple[Person, ...] = ()

    def __post_init__(self) -> None:
        for kind, entities in (
            ("site", self.sites), ("layout", self.layouts), ("team", self.teams), ("profile", self.profiles),
            ("auxiliary code", self.auxiliary_codes), ("queue", self.queues), ("person", self.people),
            ("skill profile", self.skill_profiles),
            ("entry point", self.entry_points), ("address book entry", self.address_book),
            ("outdial number", self.outdial_numbers),
        ):  # fmt: skip
            _require_unique(kind, [entity.key for entity in entities])
        _require_own_addresses(self.people)
        sites, layouts, teams = _Known("site", self.sites), _Known("layout", self.layouts), _Known("team", self.teams)
        profiles, skills = _Known("profile", self.profiles), _Known("skill profile", self.skill_profiles)
        for queue in self.queues:
            for team_key in queue.teams:
                teams.require(team_key, f'queue "{queue.key}"')
        for team in self.teams:
            sites.require(team.site, f'team "{team.key}"')
            if team.layout is not None:
                layouts.require(team.layout, f'team "{team.key}"')
        if self.settings.global_layout is not None:
            layouts.require(self.settings.global_layout, "the setting globalLayout")
        for person in self.people:
            where = f'person "{person.key}"'
            _require_able_to_sign_in(person, where)
            profiles.require(person.profile, where)
            sites.require(person.site, where)
            if person.skill_profile is not None:
                skills.require(person.skill_profile, where)
            for team_key in (*person.teams, *filter(None, [person.primary_team])):
                teams.require(team_key, where)
            for number in (*person.registered_numbers, *filter(None, [person.default_dn])):
                if configured_number(number) is None:
                    raise ConfigurationError(f'{where} has the number "{number}"; {NUMBER_WANTED}')
        defaults = [code.key for code in self.auxiliary_codes if code.default and code.work is WorkType.IDLE]
        if len(defaults) != 1:
            raise ConfigurationError(
                f"{len(defaults)} idle codes are the default; wanted exactly one: {', '.join(defaults) or 'none is'}"
            )

    @cached_property
    def default_idle_code(self) -> AuxiliaryCode:
        """The idle code an agent has after station sign-in."""
        return next(code for code in self.auxiliary_codes if code.default and code.work is WorkType.IDLE)

    @cached_property
    def unanswered_code(self) -> AuxiliaryCode:
        """The system code an agent gets who did not answer; the default idle code where there is none."""
        system = (code for code in self.auxiliary_codes if code.system and code.key == "rona")
        return next(system, self.default_idle_code)

    @cached_property
    def _people_by_agent_id(self) -> Mapping[str, Person]:
        return {person.agent_id: person for person in self.people}

    @cached_property
    def _people_by_email(self) -> Mapping[str, Person]:
        return {address_key(person.email): person for person in self.people}

    @cached_property
    def _teams_by_key(self) -> Mapping[str, Team]:
        return {team.key: team for team in self.teams}

    @cached_property
    def teams_by_id(self) -> Mapping[str, Team]:
        """The teams by the id the wire knows them by, in the order of the configuration."""
        return {team.id: team for team in self.teams}

    @cached_property
    def _idle_codes_by_id(self) -> Mapping[str, AuxiliaryCode]:
        return {code.id: code for code in self.auxiliary_codes if code.work is WorkType.IDLE}

    @cached_property
    def keys_by_id(self) -> Mapping[str, str]:
        """The key behind each id that commands and events carry."""
        named: tuple[Team | AuxiliaryCode | Queue, ...] = (*self.teams, *self.auxiliary_codes, *self.queues)
        return {**{entity.id: entity.key for entity in named}, **{p.agent_id: p.key for p in self.people}}

    def person(self, agent_id: str) -> Person | None:
        """The person the wire knows by this agent id."""
        return self._people_by_agent_id.get(agent_id)

    def person_by_email(self, email: str) -> Person | None:
        """The person with this address, however it is written (`credentials.address_key`)."""
        return self._people_by_email.get(address_key(email))

    def queue(self, key: str) -> Queue | None:
        """The queue with this key."""
        return next((queue for queue in self.queues if queue.key == key), None)

    def profile_of(self, person: Person) -> DesktopProfile:
        """The desktop profile that governs the person."""
        return next(profile for profile in self.profiles if profile.key == person.profile)

    def teams_of(self, person: Person) -> tuple[Team, ...]:
        """The teams the person may sign in to, in the order the administrator gave them."""
        return tuple(self._teams_by_key[key] for key in person.teams)

    def idle_code(self, code_id: str) -> AuxiliaryCode | None:
        """The idle code with this id."""
        return self._idle_codes_by_id.get(code_id)

    def options_for(self, person: Person) -> tuple[StationOption, ...]:
        """The station options the person is shown: those provisioned, in the order of the enumeration; Desktop only
        with WebRTC on (AD-045).
        """
        provisioned = self.profile_of(person).login_voice_options
        return tuple(
            option for option in StationOption
            if option in provisioned and (option is not StationOption.DESKTOP or self.settings.web_rtc_enabled)
        )  # fmt: skip

    def default_number_only(self, person: Person) -> bool:
        """Whether the person is held to the default number (AD-031): by the profile, or for the whole tenant."""
        by_profile = self.profile_of(person).agent_dn_validation is NumberRule.DEFAULT_ONLY
        return person.default_dn is not None and (by_profile or self.settings.force_default_dn)


def _require_unique(kind: str, keys: Iterable[str]) -> None:
    twice = sorted(key for key, count in Counter(keys).items() if count > 1)
    if twice:
        raise ConfigurationError(
            f"{kind} {', '.join(map(repr, twice))} occurs more than once; each {kind} needs a key of its own"
        )


def _require_own_addresses(people: Iterable[Person]) -> None:
    owners: dict[str, str] = {}
    for person in people:
        owner = owners.setdefault(address_key(person.email), person.key)
        if owner != person.key:
            raise ConfigurationError(
                f'the e-mail address "{person.email}" occurs more than once, for "{owner}" and for "{person.key}"; '
                "each person needs one of their own, which is not another's in capitals or otherwise composed"
            )


def _require_able_to_sign_in(person: Person, where: str) -> None:
    """An account that no page would let in is refused here."""
    if read_address(person.email) is None:
        raise ConfigurationError(f'{where} has the e-mail address "{person.email}"; {WANTED_ADDRESS}')
    for name, password in (("password", person.password), ("Teams password", person.teams_password)):
        if password is not None and (fault := password_fault(password.reveal())):
            raise ConfigurationError(f"{where} has a {name} that nobody can enter; {fault}")


class _Known:
    """The keys of one kind, looked up in constant time however many there are."""

    def __init__(self, kind: str, entities: Iterable[Keyed]) -> None:
        self._kind = kind
        self._keys = {entity.key: None for entity in entities}

    def require(self, key: str, where: str) -> None:
        if key not in self._keys:
            raise ConfigurationError(
                f'{where} names the {self._kind} "{key}"; '
                f"wanted one of: {', '.join(self._keys) or '(none is configured)'}"
            )
