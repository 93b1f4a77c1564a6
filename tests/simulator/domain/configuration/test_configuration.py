"""A configuration cannot contradict itself, and answers what the product asks of it (AD-030 to AD-033, AD-045)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from deskproof.simulator.domain.configuration import (
    AddressBookEntry,
    AuxiliaryCode,
    Configuration,
    ConfigurationError,
    DesktopProfile,
    EntryPoint,
    Keyed,
    Layout,
    NumberRule,
    Queue,
    Settings,
    Site,
    SkillProfile,
    StationOption,
    Team,
    WorkType,
)
from deskproof.simulator.domain.values import Secret, entity_id
from tests.simulator.domain.story import CONFIGURATION, person

ADA = CONFIGURATION.people[0]
SUPPORT, SALES = CONFIGURATION.teams
NO_TEAM = Queue(key="main", name="Main", teams=("none",))
NO_QUEUE = EntryPoint(key="main", name="Main", queue="none")
SHORT = Secret("short")
LUNCH = AuxiliaryCode(key="lunch", name="Lunch Break", work=WorkType.IDLE)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"teams": (Team(key="support", name="A"), Team(key="support", name="B"))}, "team 'support' occurs more than"),
        (
            {"teams": (Team(key="support", name="A", site="moon"), Team(key="sales", name="B"))},
            'names the site "moon"; expected one of: main',
        ),
        (
            {"people": (ADA, replace(ADA, key="eve"))},
            'the e-mail address "ada@example.com" occurs more than once, for "ada" and for "eve"',
        ),
        ({"people": (replace(ADA, email="ada"),)}, 'person "ada" has the e-mail address "ada"; '),
        ({"people": (replace(ADA, password=SHORT),)}, 'person "ada" has a password that cannot be entered; '),
        (
            {"people": (replace(ADA, teams_password=SHORT),)},
            'person "ada" has a Teams password that cannot be entered; ',
        ),
        ({"people": (replace(ADA, default_dn="abc"),)}, 'has the number "abc"; expected E.164'),
        ({"people": (replace(ADA, registered_numbers=("x",)),)}, 'has the number "x"; expected E.164'),
        (
            {"settings": Settings(widget_hosts=("https://cdn.example.com", "https://evil.example.com; script-src *"))},
            'the setting for widget hosts has "https://evil.example.com; script-src *"; expected an origin such as',
        ),
        (
            {"settings": Settings(widget_hosts=("https://cdn.example.com/widgets",))},
            'the setting for widget hosts has "https://cdn.example.com/widgets"; expected an origin such as',
        ),
        ({"auxiliary_codes": ()}, "0 idle codes are the default; expected exactly one"),
    ],
)
def test_a_contradiction_is_refused_with_what_was_wanted(change: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ConfigurationError, match=re.escape(sentence)):
        replace(CONFIGURATION, **change)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            {"queues": (NO_TEAM,)},
            'queue "main" names the team "none"; expected one of: support, sales',
        ),
        (
            {"entry_points": (NO_QUEUE,)},
            'entry point "main" names the queue "none"; expected one of: support, sales,',
        ),
        (
            {"teams": (replace(SUPPORT, site="none"), SALES)},
            'team "support" names the site "none"; expected one of: main',
        ),
        (
            {"teams": (replace(SUPPORT, layout="none"), SALES)},
            'team "support" names the layout "none"; expected one of: (none is configured)',
        ),
        ({"settings": Settings(global_layout="none")}, 'the setting for the global layout names the layout "none";'),
        ({"people": (replace(ADA, profile="none"),)}, 'person "ada" names the profile "none"; expected one of: agents'),
        ({"people": (replace(ADA, site="none"),)}, 'person "ada" names the site "none"; expected one of: main'),
        ({"people": (replace(ADA, skill_profile="none"),)}, 'person "ada" names the skill profile "none"; expected'),
        ({"people": (replace(ADA, teams=("none",)),)}, 'person "ada" names the team "none"; expected one of: support'),
        ({"people": (replace(ADA, primary_team="none"),)}, 'person "ada" names the team "none"; expected one of:'),
    ],
)
def test_what_is_named_is_configured(change: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ConfigurationError, match=f"^{re.escape(sentence)}"):
        replace(CONFIGURATION, **change)


@pytest.mark.parametrize(
    ("change", "first"),
    [
        ({"teams": ("first",), "primary_team": "second"}, 'the team "first"'),
        ({"registered_numbers": ("first",), "default_dn": "second"}, 'the number "first"'),
    ],
)
def test_the_first_of_two_mistakes_is_told(change: dict[str, Any], first: str) -> None:
    with pytest.raises(ConfigurationError, match=first):
        replace(CONFIGURATION, people=(replace(ADA, **change),))


@pytest.mark.parametrize(
    ("kind", "field", "entity"),
    [
        ("site", "sites", Site(key="main", name="Main")),
        ("layout", "layouts", Layout(key="own", name="Own", document="{}")),
        ("team", "teams", SUPPORT),
        ("profile", "profiles", CONFIGURATION.profiles[0]),
        ("auxiliary code", "auxiliary_codes", CONFIGURATION.auxiliary_codes[0]),
        ("queue", "queues", CONFIGURATION.queues[0]),
        ("person", "people", ADA),
        ("skill profile", "skill_profiles", SkillProfile(key="sales", name="Sales")),
        ("entry point", "entry_points", CONFIGURATION.entry_points[0]),
        ("address book entry", "address_book", AddressBookEntry(key="reception", name="Reception", number="+1201")),
        ("outdial number", "outdial_numbers", CONFIGURATION.outdial_numbers[0]),
    ],
)
def test_each_of_a_kind_has_its_own_key(kind: str, field: str, entity: Keyed) -> None:
    twice: dict[str, Any] = {field: (entity, entity)}
    with pytest.raises(ConfigurationError, match=f"^{kind} '{entity.key}' occurs more than once; each {kind} needs"):
        replace(CONFIGURATION, **twice)


@pytest.mark.parametrize("before", [LUNCH, replace(LUNCH, work=WorkType.WRAP_UP, default=True)])
def test_the_default_idle_code_need_not_be_the_first(before: AuxiliaryCode) -> None:
    codes = (before, *CONFIGURATION.auxiliary_codes)
    assert replace(CONFIGURATION, auxiliary_codes=codes).default_idle_code == CONFIGURATION.default_idle_code


@pytest.mark.parametrize(("key", "found"), [("rona", "unanswered_code"), ("agent-declined", "declined_code")])
def test_a_system_code_is_for_who_did_not_answer_and_another_for_who_declined(key: str, found: str) -> None:
    meeting, *others = CONFIGURATION.auxiliary_codes
    codes = (meeting, replace(LUNCH, system=True), *others)
    assert getattr(replace(CONFIGURATION, auxiliary_codes=codes), found).key == key
    not_systems = tuple(replace(code, system=False) for code in codes)
    assert getattr(replace(CONFIGURATION, auxiliary_codes=not_systems), found) == meeting


def test_two_default_idle_codes_are_one_too_many() -> None:
    codes = [AuxiliaryCode(key=key, name=key, work=WorkType.IDLE, default=True) for key in ("a", "b")]
    with pytest.raises(ConfigurationError, match="2 idle codes are the default; expected exactly one: a, b"):
        replace(CONFIGURATION, auxiliary_codes=tuple(codes))


@pytest.mark.parametrize(
    ("provisioned", "web_rtc", "shown"),
    [
        (tuple(StationOption), True, ["AGENT_DN", "EXTENSION", "BROWSER"]),
        (tuple(reversed(StationOption)), True, ["AGENT_DN", "EXTENSION", "BROWSER"]),
        (tuple(StationOption), False, ["AGENT_DN", "EXTENSION"]),
        ((StationOption.DESKTOP,), False, []),
        ((), True, []),
    ],
)
def test_the_options_shown_are_those_provisioned(
    provisioned: tuple[StationOption, ...], web_rtc: bool, shown: list[str]
) -> None:
    profile = DesktopProfile(key="agents", name="Agents", login_voice_options=provisioned)
    configuration = replace(CONFIGURATION, profiles=(profile,), settings=Settings(web_rtc_enabled=web_rtc))
    assert [option.value for option in configuration.options_for(ADA)] == shown


@pytest.mark.parametrize("default", [None, "+12015550111"])
@pytest.mark.parametrize("rule", NumberRule)
@pytest.mark.parametrize("forced", [True, False])
def test_the_default_number_binds_only_where_there_is_one(default: str | None, rule: NumberRule, forced: bool) -> None:
    ada = replace(ADA, default_dn=default)
    configuration = replace(
        CONFIGURATION,
        people=(ada,),
        profiles=(DesktopProfile(key="agents", name="Agents", agent_dn_validation=rule),),
        settings=Settings(force_default_dn=forced),
    )
    bound = default is not None and (forced or rule is NumberRule.DEFAULT_ONLY)
    assert configuration.default_number_only(ada) is bound


def test_people_are_found_by_address_and_agent_id() -> None:
    assert CONFIGURATION.person_by_email(" ADA@example.com ") == ADA
    assert CONFIGURATION.person(ADA.agent_id) == ADA
    assert CONFIGURATION.person("ada") is None


def test_codes_queues_and_teams_are_found_by_what_names_them() -> None:
    assert CONFIGURATION.idle_code(entity_id("auxiliary-code", "rona")) == CONFIGURATION.auxiliary_codes[1]
    assert CONFIGURATION.idle_code(entity_id("auxiliary-code", "solved")) is None
    assert CONFIGURATION.queue("anyone") == CONFIGURATION.queues[2]
    assert CONFIGURATION.queue("Anyone") is None
    assert CONFIGURATION.teams_of(replace(ADA, teams=("sales", "support"))) == (SALES, SUPPORT)


def test_microsoft_teams_is_off_until_it_is_set_up_and_then_for_everybody() -> None:
    assert (Settings().teams_connector, Settings().azure_sso, ADA.teams_access) == (False, False, True)


@pytest.mark.parametrize(
    ("kind", "key"), [("team", "sales"), ("auxiliary-code", "solved"), ("queue", "anyone"), ("agent", "lars")]
)
def test_the_key_behind_an_id_is_known(kind: str, key: str) -> None:
    assert CONFIGURATION.keys_by_id[entity_id(kind, key)] == key


def test_ids_are_the_same_in_every_tenant_and_differ_between_kinds() -> None:
    again = person("ada", "support")
    assert (again.id, again.agent_id) == (ADA.id, ADA.agent_id)
    assert len({ADA.id, ADA.agent_id, Team(key="ada", name="x").id}) == 3


def test_the_smallest_configuration() -> None:
    with pytest.raises(ConfigurationError, match=r"expected exactly one: none is"):
        Configuration()


def test_checking_compares_each_key_a_few_times_however_many_there_are() -> None:
    compared = 0

    class Key(str):
        __slots__ = ()
        __hash__ = str.__hash__

        def __eq__(self, other: object) -> bool:
            nonlocal compared
            compared += 1
            return str.__eq__(self, other)

    size = 300
    teams = tuple(Team(key=Key(f"t-{number}"), name="T") for number in range(size))
    busy = replace(person("many", "support"), teams=tuple(Key(f"t-{number}") for number in range(size)))
    replace(CONFIGURATION, teams=(*CONFIGURATION.teams, *teams), people=(*CONFIGURATION.people, busy))
    assert 0 < compared <= 10 * size


@pytest.mark.parametrize("channel", ["TELEPHONY", "CHAT", "EMAIL", "SOCIAL_CHANNEL"])
def test_a_queue_has_one_of_four_channels(channel: str) -> None:
    (queue, *others) = CONFIGURATION.queues
    changed = replace(CONFIGURATION, queues=(replace(queue, channel=channel), *others))
    assert changed.queues[0].channel == channel
    with pytest.raises(ConfigurationError, match=f'has the channel "{channel}X"; expected one of: TELEPHONY, CHAT'):
        replace(CONFIGURATION, queues=(replace(queue, channel=f"{channel}X"), *others))
