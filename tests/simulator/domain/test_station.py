"""Station Credentials: each check refuses with its reason and field, in its place (AD-028 to AD-079, AD-089)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from deskproof.simulator.domain import station
from deskproof.simulator.domain.commands import SignInStation
from deskproof.simulator.domain.configuration import (
    Configuration,
    NumberRule,
    Person,
    Role,
    Settings,
    StationOption,
    Team,
)
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.sessions.model import Station
from tests.simulator.domain.story import CONFIGURATION

ADA = CONFIGURATION.people[0]
SUPPORT, SALES = CONFIGURATION.teams
NUMBER = "+12015550111"
DIAL_NUMBER, EXTENSION, DESKTOP = StationOption


def ask(
    option: StationOption = DIAL_NUMBER,
    number: str = NUMBER,
    team: Team | None = SUPPORT,
    roles: tuple[Role, ...] = (Role.AGENT,),
) -> SignInStation:
    return SignInStation(
        agent_id=ADA.agent_id, option=option, number=number, team_id=team.id if team else None, roles=roles
    )


def configured(person: Person = ADA, settings: Settings | None = None, **profile: object) -> Configuration:
    """The small contact centre with this Ada, these settings, and the profile changed so."""
    people = (person, *CONFIGURATION.people[1:])
    profiles = (replace(CONFIGURATION.profiles[0], **profile),)  # type: ignore[arg-type]  # replace checks the names
    return replace(CONFIGURATION, settings=settings or Settings(), people=people, profiles=profiles)


def refusal(
    command: SignInStation, configuration: Configuration = CONFIGURATION, *others: Station
) -> tuple[Reason, str | None]:
    with pytest.raises(Rejection) as refused:
        station.accept(configuration, configuration.people[0], command, others)
    return refused.value.reason, refused.value.field


def accepted(command: SignInStation, configuration: Configuration = CONFIGURATION, *others: Station) -> Station:
    return station.accept(configuration, configuration.people[0], command, others)


def somebody_at(option: StationOption, number: str) -> Station:
    return Station(option=option, number=number)


@pytest.mark.parametrize(
    ("option", "number", "stored"),
    [
        (DIAL_NUMBER, "+1 (201) 555-0111", NUMBER),
        (DIAL_NUMBER, "12015550111", NUMBER),
        (DIAL_NUMBER, "01161123456789", "+61123456789"),
        (EXTENSION, "1001", "1001"),
        (DESKTOP, "webrtc-ada", "webrtc-ada"),
        (DESKTOP, "", ""),
    ],
)
def test_a_station_keeps_the_number_in_one_form(option: StationOption, number: str, stored: str) -> None:
    assert accepted(ask(option, number)) == Station(option=option, number=stored)


@pytest.mark.parametrize("roles", [(), (Role.SUPERVISOR,), (Role.AGENT, Role.SUPERVISOR)])
def test_a_role_one_does_not_have(roles: tuple[Role, ...]) -> None:
    assert refusal(ask(roles=roles)) == (Reason.ROLE_NOT_ASSIGNED, "role")


@pytest.mark.parametrize("option", StationOption)
def test_an_option_that_is_not_provisioned(option: StationOption) -> None:
    left = tuple(item for item in StationOption if item is not option)
    configuration = configured(login_voice_options=left)
    assert refusal(ask(option, "1001"), configuration) == (Reason.OPTION_NOT_PROVISIONED, "option")


def test_desktop_needs_web_rtc() -> None:
    configuration = configured(settings=Settings(web_rtc_enabled=False))
    assert refusal(ask(DESKTOP, ""), configuration) == (Reason.OPTION_NOT_PROVISIONED, "option")


@pytest.mark.parametrize("number", ["", "+", "abc", "1-800-FLOWERS", "2015550111", "+999123456"])
def test_a_dial_number_of_the_wrong_form(number: str) -> None:
    assert refusal(ask(DIAL_NUMBER, number)) == (Reason.INVALID_NUMBER, "number")


@pytest.mark.parametrize("number", ["", "+1001", "10a", "1" * 16])
def test_an_extension_of_the_wrong_form(number: str) -> None:
    assert refusal(ask(EXTENSION, number)) == (Reason.INVALID_EXTENSION, "number")


def by_profile(person: Person) -> Configuration:
    return configured(person, agent_dn_validation=NumberRule.DEFAULT_ONLY)


def by_tenant(person: Person) -> Configuration:
    return configured(person, Settings(force_default_dn=True))


@pytest.mark.parametrize("restricted", [by_profile, by_tenant])
def test_only_the_default_number_where_that_is_demanded(restricted: Callable[[Person], Configuration]) -> None:
    configuration = restricted(replace(ADA, default_dn=NUMBER))
    assert accepted(ask(number="1 201 555 0111"), configuration).number == NUMBER
    assert refusal(ask(number="+12015550112"), configuration) == (Reason.NUMBER_RESTRICTED, "number")
    assert accepted(ask(DESKTOP, ""), configuration).option is DESKTOP
    assert accepted(ask(number="+12015550112"), restricted(ADA)).number == "+12015550112"


@pytest.mark.parametrize(
    ("option", "default", "number", "allowed"),
    [
        (DIAL_NUMBER, NUMBER, "1 201 555 0111", True),
        (DIAL_NUMBER, "2015550111", NUMBER, True),
        (DIAL_NUMBER, "12015550111", NUMBER, True),
        (DIAL_NUMBER, "1001", NUMBER, False),
        (EXTENSION, "1001", "10 01", True),
        (EXTENSION, "1001", "1002", False),
        (EXTENSION, NUMBER, "12015550111", False),
        (EXTENSION, "2015550111", "2015550111", True),
    ],
)
def test_a_default_number_is_a_dial_number_or_an_extension(
    option: StationOption, default: str, number: str, allowed: bool
) -> None:
    restricted = by_profile(replace(ADA, default_dn=default))
    registered = configured(replace(ADA, default_dn=default), Settings(require_registered_numbers=True))
    if allowed:
        assert accepted(ask(option, number), restricted) == accepted(ask(option, number), registered)
    else:
        assert refusal(ask(option, number), restricted) == (Reason.NUMBER_RESTRICTED, "number")
        assert refusal(ask(option, number), registered) == (Reason.NUMBER_NOT_REGISTERED, "number")


@pytest.mark.parametrize(("number", "known"), [(NUMBER, True), ("+12015550112", True), ("+12015550113", False)])
def test_only_registered_numbers_where_that_is_demanded(number: str, known: bool) -> None:
    person = replace(ADA, registered_numbers=(NUMBER,), default_dn="+12015550112")
    configuration = configured(person, Settings(require_registered_numbers=True))
    if known:
        assert accepted(ask(number=number), configuration).number == number
    else:
        assert refusal(ask(number=number), configuration) == (Reason.NUMBER_NOT_REGISTERED, "number")
    assert accepted(ask(DESKTOP, ""), configuration).option is DESKTOP


def test_without_any_registered_number_none_is_known() -> None:
    configuration = configured(settings=Settings(require_registered_numbers=True))
    assert refusal(ask(), configuration) == (Reason.NUMBER_NOT_REGISTERED, "number")
    assert refusal(ask(EXTENSION, "1001"), configuration) == (Reason.NUMBER_NOT_REGISTERED, "number")


@pytest.mark.parametrize(
    ("option", "number", "theirs"), [(DIAL_NUMBER, "12015550111", NUMBER), (EXTENSION, "1001", "1001")]
)
def test_a_number_that_another_agent_uses(option: StationOption, number: str, theirs: str) -> None:
    other = somebody_at(option, theirs)
    assert refusal(ask(option, number), CONFIGURATION, other) == (Reason.NUMBER_TAKEN, "number")
    shared = configured(settings=Settings(reject_duplicate_dn=False))
    assert accepted(ask(option, number), shared, other).number == theirs


def test_an_extension_and_a_number_with_the_same_digits_are_two() -> None:
    assert accepted(ask(EXTENSION, "12015550111"), CONFIGURATION, somebody_at(DIAL_NUMBER, NUMBER)).option is EXTENSION


def test_desktops_never_collide() -> None:
    assert accepted(ask(DESKTOP, "x"), CONFIGURATION, somebody_at(DESKTOP, "x")).option is DESKTOP


@pytest.mark.parametrize("team", [None, SALES])
def test_an_agent_needs_one_of_the_own_teams(team: Team | None) -> None:
    assert refusal(ask(team=team)) == (Reason.TEAM_NOT_ASSIGNED, "team")


def test_a_supervisor_alone_needs_no_team() -> None:
    configuration = configured(replace(ADA, roles=(Role.SUPERVISOR,)))
    assert accepted(ask(team=None, roles=(Role.SUPERVISOR,)), configuration).number == NUMBER


def test_the_first_fault_in_the_order_of_the_dialog_is_the_reason() -> None:
    """Everything is wrong; correcting one thing after the other gives the next fault, in the order of `CHECKS`."""
    configuration = configured(
        replace(ADA, default_dn=NUMBER), Settings(require_registered_numbers=True), login_voice_options=(DIAL_NUMBER,)
    )
    wrong = ask(EXTENSION, "abc", SALES, (Role.SUPERVISOR,))
    reasons = []
    for change in (
        {}, {"roles": (Role.AGENT,)}, {"option": DIAL_NUMBER}, {"number": "+12015550112"}, {"number": NUMBER},
    ):  # fmt: skip
        wrong = replace(wrong, **change)
        reasons.append(refusal(wrong, configuration)[0])
    assert reasons == [
        Reason.ROLE_NOT_ASSIGNED, Reason.OPTION_NOT_PROVISIONED, Reason.INVALID_NUMBER, Reason.NUMBER_NOT_REGISTERED,
        Reason.TEAM_NOT_ASSIGNED,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("command", "settings", "sentence"),
    [
        (ask(roles=(Role.SUPERVISOR,)), Settings(), "You cannot sign in with this role."),
        (ask(DESKTOP), Settings(web_rtc_enabled=False), "This station option is not provisioned for you."),
        (ask(number="abc"), Settings(), "The dial number is not valid."),
        (ask(EXTENSION, "abc"), Settings(), "The extension is not valid."),
        (ask(), Settings(force_default_dn=True), "You can only sign in with your default number."),
        (ask(), Settings(require_registered_numbers=True), "The number is not registered for you."),
        (ask(number="+12015550119"), Settings(), "Another agent is signed in with this number."),
        (ask(team=SALES), Settings(), "You do not belong to this team."),
    ],
)
def test_a_refusal_says_what_is_wrong(command: SignInStation, settings: Settings, sentence: str) -> None:
    default = "+12015550112" if settings.force_default_dn else None
    configuration = configured(replace(ADA, default_dn=default), settings)
    with pytest.raises(Rejection) as refused:
        station.accept(configuration, configuration.people[0], command, [somebody_at(DIAL_NUMBER, "+12015550119")])
    assert refused.value.message == sentence
