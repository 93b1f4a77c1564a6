"""A configuration cannot contradict itself, and answers what the product asks of it (AD-030 to AD-033, AD-045)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from deskproof.simulator.domain.configuration import (
    AuxiliaryCode,
    Configuration,
    ConfigurationError,
    DesktopProfile,
    NumberRule,
    Settings,
    StationOption,
    Team,
    WorkType,
)
from tests.simulator.domain.story import CONFIGURATION, person

ADA = CONFIGURATION.people[0]


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
        ({"people": (replace(ADA, profile="none"),)}, 'names the profile "none"; expected one of: agents'),
        ({"people": (replace(ADA, teams=("none",)),)}, 'names the team "none"; expected one of: support, sales'),
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


def test_the_default_idle_code_need_not_be_the_first() -> None:
    lunch = AuxiliaryCode(key="lunch", name="Lunch Break", work=WorkType.IDLE)
    codes = (lunch, *CONFIGURATION.auxiliary_codes)
    assert replace(CONFIGURATION, auxiliary_codes=codes).default_idle_code == CONFIGURATION.default_idle_code


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
