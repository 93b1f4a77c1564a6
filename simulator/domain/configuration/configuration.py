"""Everything an administrator set for one tenant, checked, and its look-ups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from deskproof.simulator.domain.configuration.checks import (
    ConfigurationError,
    Known,
    require_able_to_sign_in,
    require_origins,
    require_own_addresses,
    require_unique,
)
from deskproof.simulator.domain.configuration.entities import (
    CHANNELS,
    AddressBookEntry,
    AuxiliaryCode,
    EntryPoint,
    Keyed,
    Layout,
    OutdialNumber,
    Queue,
    Site,
    SkillProfile,
    Team,
    WorkType,
)
from deskproof.simulator.domain.configuration.people import DesktopProfile, NumberRule, Person, StationOption
from deskproof.simulator.domain.configuration.settings import Settings
from deskproof.simulator.domain.credentials import address_key
from deskproof.simulator.domain.numbers import NUMBER_EXPECTED, configured_number


@dataclass(frozen=True, kw_only=True)
class Configuration:
    """Everything an administrator set for one tenant. It cannot hold a dangling reference."""

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
            require_unique(kind, [entity.key for entity in entities])
        require_own_addresses(self.people)
        sites, layouts, teams = Known("site", self.sites), Known("layout", self.layouts), Known("team", self.teams)
        profiles, skills = Known("profile", self.profiles), Known("skill profile", self.skill_profiles)
        for queue in self.queues:
            for team_key in queue.teams:
                teams.require(team_key, f'queue "{queue.key}"')
            if queue.channel not in CHANNELS:
                raise ConfigurationError(
                    f'queue "{queue.key}" has the channel "{queue.channel}"; expected one of: {", ".join(CHANNELS)}'
                )
        queues = Known("queue", self.queues)
        for entry_point in self.entry_points:
            if entry_point.queue is not None:
                queues.require(entry_point.queue, f'entry point "{entry_point.key}"')
        for team in self.teams:
            sites.require(team.site, f'team "{team.key}"')
            if team.layout is not None:
                layouts.require(team.layout, f'team "{team.key}"')
        if self.settings.global_layout is not None:
            layouts.require(self.settings.global_layout, "the setting for the global layout")
        require_origins(self.settings.widget_hosts)
        for person in self.people:
            where = f'person "{person.key}"'
            require_able_to_sign_in(person, where)
            profiles.require(person.profile, where)
            sites.require(person.site, where)
            if person.skill_profile is not None:
                skills.require(person.skill_profile, where)
            for team_key in (*person.teams, *filter(None, [person.primary_team])):
                teams.require(team_key, where)
            for number in (*person.registered_numbers, *filter(None, [person.default_dn])):
                if configured_number(number) is None:
                    raise ConfigurationError(f'{where} has the number "{number}"; {NUMBER_EXPECTED}')
        defaults = [code.key for code in self.auxiliary_codes if code.default and code.work is WorkType.IDLE]
        if len(defaults) != 1:
            raise ConfigurationError(
                f"{len(defaults)} idle codes are the default; expected exactly one: {', '.join(defaults) or 'none is'}"
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
    def declined_code(self) -> AuxiliaryCode:
        """The system code an agent gets who declined; the default idle code where there is none."""
        system = (code for code in self.auxiliary_codes if code.system and code.key == "agent-declined")
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
        named: Iterable[Keyed] = chain(self.teams, self.auxiliary_codes, self.queues)
        return {entity.id: entity.key for entity in named} | {person.agent_id: person.key for person in self.people}

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each person among the people, from 0, by agent id."""
        return {person.agent_id: place for place, person in enumerate(self.people)}

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
