"""What the vendor's desktop SDK asks about the configuration: what is read for it, and what comes back."""

from __future__ import annotations

from typing import Any

from tests.simulator.desktop.services.conftest import Play, answer

ASK = """async (around) => (await import("/desktop/host/lists.js")).%s(around, %s)"""
CODES = "/v2/auxiliary-code?attributes=id,isSystemCode,name,defaultCode,workTypeCode,active"


def code(id_: str, name: str, kind: str = "IDLE_CODE", **more: object) -> dict[str, object]:
    return {"id": id_, "name": name, "workTypeCode": kind, "isSystemCode": False, "defaultCode": False, **more}


LUNCH, SOLD = code("7", "Lunch", defaultCode=True), code("8", "Sold", "WRAP_UP_CODE")
ALL = [LUNCH, code("9", "Meeting"), SOLD, code("1", "RONA", isSystemCode=True), code("2", "Old", active=False)]
AS_LUNCH = {"id": "7", "name": "Lunch", "isDefault": True, "isSystem": False}
AS_MEETING = {"id": "9", "name": "Meeting", "isDefault": False, "isSystem": False}
AS_SOLD = {"id": "8", "name": "Sold", "isDefault": False, "isSystem": False}
PROFILE = {
    "outdialEnabled": True, "dialPlanEnabled": True, "consultToQueue": False, "agentAvailableAfterOutdial": False,
    "viewableStatistics": {"agentStats": True}, "outdialEntryPointId": "e1", "outdialANIId": "n1",
    "addressBookId": "b1", "accessIdleCode": "SPECIFIC", "idleCodes": ["7"],
}  # fmt: skip
TENANT = {"outdialEnabled": False, "endCallEnabled": True, "endConsultEnabled": True}
PLAN = {"name": "Any Format", "regularExpression": "[0-9]+", "prefix": "", "strippedChars": "-"}
REPLIES = {
    "/agent-profile/p1": [answer(PROFILE)],
    "/v2/tenant-configuration?agentView=true": [answer({"data": [TENANT]})],
    "/v2/organization-setting?agentView=true": [answer({"data": [{"campaignManagerEnabled": False}]})],
    "/dial-plan?agentView=true": [answer([PLAN])],
    CODES: [answer(ALL)],
    "/v2/outdial-ani/n1/entry": [answer([{"id": "x", "name": "Main", "number": "+1"}])],
    "/user/by-ci-user-id/bo": [answer({"agentProfileId": "p1"})],
    "/v2/entry-point": [answer([{"id": "e1", "name": "Main", "type": "INBOUND"}])],
    "/v2/contact-service-queue": [
        answer(
            [
                {"id": "q1", "name": "Calls", "channelType": "TELEPHONY"},
                {"id": "q2", "name": "Chats", "channelType": "CHAT"},
            ]
        )
    ],
}
PERSON = {
    "profileId": "p1", "agentId": "ada", "name": "Ada", "email": "ada@example.com", "siteId": "s1",
    "defaultNumber": "+46", "declinedCode": "3", "teams": [{"id": "t1", "name": "Support"}],
    "idleCodes": [{"id": "7"}], "wrapUpCodes": [{"id": "8"}],
}  # fmt: skip
SESSION = {"number": "1001", "subStatus": "Idle", "codeId": "7"}


def ask(play: Play, name: str, given: str = "{}", **state: Any) -> Any:
    log = play(ASK % (name, given), state={"person": PERSON, "session": SESSION, **state}, replies=REPLIES)
    return log[-1]


def test_the_profile_is_that_of_the_agent_now(play: Play) -> None:
    assert ask(play, "profileOf") == {
        "agentId": "ada", "agentName": "Ada", "agentMailId": "ada@example.com", "agentProfileID": "p1",
        "agentStatus": "LoggedIn", "agentSubStatus": "Idle", "orgId": "o1", "siteId": "s1",
        "teams": [{"teamId": "t1", "teamName": "Support"}], "defaultDn": "1001",
        "idleCode": AS_LUNCH, "idleCodes": [AS_LUNCH], "wrapupCodes": [AS_SOLD],
        "dialPlan": {
            "type": "adhocDial",
            "dialPlanEntity": [{"name": "Any Format", "regex": "[0-9]+", "prefix": "", "strippedChars": "-"}],
        },
        "isOutboundEnabledForTenant": False, "isOutboundEnabledForAgent": True, "isAdhocDialingEnabled": True,
        "isAgentAvailableAfterOutdial": False, "isCampaignManagementEnabled": False, "isEndCallEnabled": True,
        "isEndConsultEnabled": True, "allowConsultToQueue": False, "agentPersonalStatsEnabled": True,
        "outDialEp": "e1", "outdialANIId": "n1", "addressBookId": "b1",
    }  # fmt: skip


def test_the_profile_of_an_agent_without_an_idle_code_or_a_number(play: Play) -> None:
    available = ask(play, "profileOf", session={"number": "", "subStatus": "Available", "codeId": "0"})
    assert ("idleCode" in available, available["defaultDn"]) == (False, "+46")
    nowhere = ask(play, "profileOf", session=None)
    assert (nowhere["agentStatus"], nowhere["agentSubStatus"]) == ("LoggedOut", "")


def test_numbers_to_call_from(play: Play) -> None:
    numbers = [{"id": "x", "name": "Main", "number": "+1"}]
    assert ask(play, "outdialNumbers") == {"data": {"data": {"mockOutdialAniList": numbers}}}
    none = {**REPLIES, "/agent-profile/p1": [answer({"outdialANIId": None})]}
    log = play(ASK % ("outdialNumbers", "{}"), state={"person": PERSON}, replies=none)
    assert log[-1] == {"data": {"data": {"mockOutdialAniList": []}}}


def teams_of(play: Play, channel: str, type_: str) -> list[str]:
    given = f'{{data: {{channelType: "{channel}", type: "{type_}", agentSessionId: "s"}}}}'
    data = ask(play, "virtualTeams", given)["data"]
    assert (data["agentSessionId"], data["data"]["allowConsultToQueue"]) == ("s", False)
    for team in data["data"]["vteamList"]:
        assert (team["type"], team["channelType"], team["analyzerId"]) == (type_, channel, team["id"])
    return [team["id"] for team in data["data"]["vteamList"]]


def test_queues_of_a_channel_and_entry_points(play: Play) -> None:
    assert teams_of(play, "Call", "inboundqueue") == ["q1"]
    assert teams_of(play, "Chat", "inboundqueue") == ["q2"]
    assert teams_of(play, "WhatsApp", "inboundqueue") == []
    assert teams_of(play, "Call", "inboundentrypoint") == ["e1"]


def test_idle_codes_of_the_organisation_and_of_an_agent(play: Play) -> None:
    assert ask(play, "organisationIdleCodes") == [AS_LUNCH, AS_MEETING]
    assert ask(play, "idleCodesOf", '{agentId: "bo"}') == {"accessIdleCode": "SPECIFIC", "idleCodes": ["7"]}


def test_a_page_of_codes(play: Play) -> None:
    first = ask(play, "pageOfCodes", '{workType: "IDLE_CODE", pageSize: 1}')
    assert first["data"] == [AS_LUNCH]
    assert first["meta"] == {"orgid": "o1", "page": 0, "pageSize": 1, "totalPages": 2, "totalRecords": 2}
    assert ask(play, "pageOfCodes", '{workType: "IDLE_CODE", page: 1, pageSize: 1}')["data"] == [AS_MEETING]
    assert ask(play, "pageOfCodes", '{workType: "IDLE_CODE", search: "MEET"}')["data"] == [AS_MEETING]
    assert ask(play, "pageOfCodes", '{workType: "WRAP_UP_CODE"}')["data"] == [AS_SOLD]
    assert ask(play, "pageOfCodes", '{workType: "IDLE_CODE", customFilter: "id==7"}') == {
        "thrown": "fetchPaginatedAuxCodes takes no customFilter in this desktop; use search, or filter the answer."
    }
