"""What the desktop makes of the configuration: who has signed in, and what the administrator set for them."""

from typing import Any

import pytest

from tests.simulator.desktop.services.conftest import Play, answer, crash, refused

READ = """async ({ gateway }) => (await import("/desktop/services/configuration.js")).readPerson(gateway())"""
USER = "/user/by-ci-user-id/ada"
ORGANISATION = "/v2/organization-setting?agentView=true"
TENANT = "/v2/tenant-configuration?agentView=true"
CODES = "/v2/auxiliary-code?attributes=id,isSystemCode,name,defaultCode,workTypeCode,active"
PROFILE = "/agent-profile/p1"
TEAMS = "/v2/team"
LUNCH = {"id": "i1", "name": "Lunch", "workTypeCode": "IDLE_CODE", "isSystemCode": False, "defaultCode": True}
MEETING = {"id": "i2", "name": "Meeting", "workTypeCode": "IDLE_CODE", "isSystemCode": False, "defaultCode": False}
SALE = {"id": "w1", "name": "Sale", "workTypeCode": "WRAP_UP_CODE", "isSystemCode": False, "defaultCode": False}
DECLINED = {"id": "d1", "name": "Agent_Declined", "workTypeCode": "IDLE_CODE", "isSystemCode": True}
RETURN = {"id": "w2", "name": "Return", "workTypeCode": "WRAP_UP_CODE", "isSystemCode": True, "defaultCode": False}
DOCUMENTS: dict[str, Any] = {
    USER: {
        "firstName": "Ada",
        "lastName": "Lindqvist",
        "email": "ada@example.com",
        "roles": ["agent"],
        "teamIds": ["t1", "t2"],
        "primaryTeamId": "t2",
        "siteId": "s1",
        "agentProfileId": "p1",
        "defaultDialledNumber": "+46701740605",
    },
    ORGANISATION: {"data": [{"webRtcEnabled": True, "azureSsoEnabled": True}]},
    TENANT: {
        "data": [
            {
                "forceDefaultDn": False,
                "lostConnectionRecoveryTimeout": 30_000,
                "timeoutDesktopInactivityEnabled": True,
                "timeoutDesktopInactivityMins": 20,
            }
        ]
    },
    CODES: [LUNCH, MEETING, DECLINED, SALE, RETURN],
    PROFILE: {
        "loginVoiceOptions": ["BROWSER", "EXTENSION", "AGENT_DN"],
        "accessIdleCode": "ALL",
        "accessWrapUpCode": "ALL",
        "idleCodes": [],
        "wrapUpCodes": [],
        "agentDNValidation": "ANY",
        "addressBookId": "b1",
    },
    TEAMS: [
        {"id": "t1", "name": "Support", "desktopLayoutId": "l1"},
        {"id": "t2", "name": "Sales", "desktopLayoutId": None},
    ],
}
SUPPORT = {"id": "t1", "name": "Support", "layoutId": "l1"}
SALES = {"id": "t2", "name": "Sales"}
PERSON: dict[str, Any] = {
    "agentId": "ada",
    "orgId": "o1",
    "name": "Ada Lindqvist",
    "initials": "AL",
    "email": "ada@example.com",
    "roles": ["agent"],
    "teams": [SUPPORT, SALES],
    "primaryTeam": SALES,
    "siteId": "s1",
    "options": ["AGENT_DN", "EXTENSION", "BROWSER"],
    "defaultNumber": "+46701740605",
    "numberLocked": False,
    "idleCodes": [
        {"id": "i1", "name": "Lunch", "isDefault": True},
        {"id": "i2", "name": "Meeting", "isDefault": False},
    ],
    "declinedCode": "d1",
    "wrapUpCodes": [{"id": "w1", "name": "Sale"}, {"id": "w2", "name": "Return"}],
    "azureSso": True,
    "recoverySeconds": 30,
    "inactivityMinutes": 20,
    "profileId": "p1",
    "addressBookId": "b1",
}
ABSENT = object()
"""The value of a field that the document does not have."""


def present(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value is not ABSENT}


def changed(path: str, changes: dict[str, Any]) -> dict[str, list[Any]]:
    """Replies with the documents, where the one at this path has these changes."""
    documents = dict(DOCUMENTS)
    found = documents[path]
    listed = "data" in found
    fields = {**(found["data"][0] if listed else found), **changes}
    row = present(fields)
    documents[path] = {"data": [row]} if listed else row
    return {place: [answer(document)] for place, document in documents.items()}


def test_what_is_read(play: Play) -> None:
    log = play(READ, replies=changed(USER, {}))
    assert log == [
        {"read": USER},
        {"read": ORGANISATION},
        {"read": TENANT},
        {"readAll": CODES},
        {"read": PROFILE},
        {"readNamed": TEAMS, "more": [["t1", "t2"]]},
        {"person": PERSON, "unavailable": []},
    ]


@pytest.mark.parametrize(
    ("path", "changes", "known"),
    [
        (USER, {"teamIds": ["t1"]}, {"teams": [SUPPORT]}),
        (USER, {"teamIds": ABSENT}, {"teams": []}),
        (USER, {"primaryTeamId": ABSENT}, {"primaryTeam": None}),
        (USER, {"primaryTeamId": "gone"}, {"primaryTeam": None}),
        (USER, {"siteId": ABSENT}, {"siteId": ""}),
        (USER, {"firstName": "😀da", "lastName": ""}, {"name": "😀da ", "initials": "😀"}),
        (USER, {"roles": ABSENT}, {"roles": ["agent"]}),
        (USER, {"roles": ["supervisor"]}, {"roles": ["supervisor"]}),
        (USER, {"roles": ["agent", "supervisor"]}, {"roles": ["supervisor", "supervisorAgent"]}),
        (USER, {"defaultDialledNumber": ABSENT}, {"defaultNumber": ""}),
        (USER, {"defaultDialledNumber": ABSENT, "deafultDialledNumber": "1042"}, {"defaultNumber": "1042"}),
        (ORGANISATION, {"webRtcEnabled": False}, {"options": ["AGENT_DN", "EXTENSION"]}),
        (ORGANISATION, {"azureSsoEnabled": ABSENT}, {"azureSso": False}),
        (TENANT, {"forceDefaultDn": True}, {"numberLocked": True}),
        (TENANT, {"lostConnectionRecoveryTimeout": ABSENT}, {"recoverySeconds": ABSENT}),
        (TENANT, {"timeoutDesktopInactivityEnabled": False}, {"inactivityMinutes": 0}),
        (PROFILE, {"loginVoiceOptions": ["EXTENSION"]}, {"options": ["EXTENSION"]}),
        (PROFILE, {"agentDNValidation": "PROVISIONED_VALUE"}, {"numberLocked": True}),
        (
            PROFILE,
            {"timeoutDesktopInactivityCustomEnabled": True, "timeoutDesktopInactivityMins": 5},
            {"inactivityMinutes": 5},
        ),
        (PROFILE, {"addressBookId": ABSENT}, {"addressBookId": ""}),
        (
            PROFILE,
            {"accessIdleCode": "SPECIFIC", "idleCodes": ["i2"]},
            {"idleCodes": [{"id": "i2", "name": "Meeting", "isDefault": False}]},
        ),
        (
            PROFILE,
            {"accessWrapUpCode": "SPECIFIC", "wrapUpCodes": ["w2"]},
            {"wrapUpCodes": [{"id": "w2", "name": "Return"}]},
        ),
    ],
)
def test_what_the_documents_say_of_the_person(
    play: Play, path: str, changes: dict[str, Any], known: dict[str, Any]
) -> None:
    log = play(READ, replies=changed(path, changes))
    assert log[-1] == {"person": present({**PERSON, **known}), "unavailable": []}


@pytest.mark.parametrize(
    ("validation", "forced"), [("PROVISIONED_VALUE", False), ("ANY", True)], ids=["by the profile", "by the tenant"]
)
def test_there_is_no_lock_on_a_number_that_is_not_set(play: Play, validation: str, forced: bool) -> None:
    replies = {
        **changed(USER, {"defaultDialledNumber": ABSENT}),
        PROFILE: changed(PROFILE, {"agentDNValidation": validation})[PROFILE],
        TENANT: changed(TENANT, {"forceDefaultDn": forced})[TENANT],
    }
    assert play(READ, replies=replies)[-1]["person"] == {**PERSON, "defaultNumber": ""}


@pytest.mark.parametrize(
    ("changes", "ids"),
    [
        ({"primaryTeamId": "t9"}, ["t1", "t2", "t9"]),
        ({"primaryTeamId": ABSENT}, ["t1", "t2"]),
        ({"teamIds": ABSENT}, ["t2"]),
    ],
)
def test_each_team_is_read_once(play: Play, changes: dict[str, Any], ids: list[str]) -> None:
    assert {"readNamed": TEAMS, "more": [ids]} in play(READ, replies=changed(USER, changes))


@pytest.mark.parametrize("code", [LUNCH, SALE], ids=lambda code: code["name"])
@pytest.mark.parametrize(
    ("changes", "offered"),
    [
        ({"active": True}, True),
        ({"active": False}, False),
        ({"workTypeCode": "OTHER"}, False),
    ],
)
def test_only_active_codes_are_offered(
    play: Play, code: dict[str, Any], changes: dict[str, Any], offered: bool
) -> None:
    replies = {**changed(USER, {}), CODES: [answer([{**code, **changes}])]}
    person = play(READ, replies=replies)[-1]["person"]
    names = [found["name"] for found in person["idleCodes"] + person["wrapUpCodes"]]
    assert names == ([code["name"]] if offered else [])


def test_codes_of_the_system_are_not_for_agents(play: Play) -> None:
    replies = {**changed(USER, {}), CODES: [answer([{**LUNCH, "isSystemCode": True}])]}
    assert play(READ, replies=replies)[-1]["person"]["idleCodes"] == []


WITHOUT_CODES = {**PERSON, "declinedCode": "", "idleCodes": [], "wrapUpCodes": []}


@pytest.mark.parametrize(
    ("replies", "outcome"),
    [
        ([refused("HTTP 503"), answer(DOCUMENTS[CODES])], {"person": PERSON, "unavailable": []}),
        ([refused("HTTP 503")], {"person": WITHOUT_CODES, "unavailable": ["idleCodes"]}),
        ([refused("NETWORK", kind="network")], {"thrown": "network: NETWORK"}),
        ([crash("TypeError")], {"thrown": "TypeError"}),
    ],
)
def test_codes_that_cannot_be_read_are_unavailable(play: Play, replies: list[Any], outcome: dict[str, Any]) -> None:
    assert play(READ, replies={**changed(USER, {}), CODES: replies})[-1] == outcome
