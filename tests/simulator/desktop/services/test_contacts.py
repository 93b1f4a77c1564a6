"""Contacts: what is requested for each feature, and when a feature is unavailable."""

from typing import Any

import pytest

from tests.simulator.desktop.services.conftest import Play, answer, crash, refused

READ = """async (around) => new (await import("/desktop/services/contacts.js")).Contacts(around).read()"""
BUDDIES = "/v1/agents/buddyList"
BOOK = "/v2/address-book/b1/entry"
ASKED_COLLEAGUES = {
    "method": "POST",
    "path": BUDDIES,
    "done": "BuddyAgents",
    "refused": "BuddyAgentsRetrieveFailed",
    "body": {"agentProfileId": "p1", "mediaType": "telephony"},
}
ASKED_BOOK = {"readAll": BOOK}
BO = {"agentId": "bo", "agentName": "Bo", "state": "Available"}
ENTRY = {"id": "e1", "name": "Depot", "number": "+46701740605"}
REPLIES = {BUDDIES: [answer({"agentList": [BO]})], BOOK: [answer([ENTRY])]}
COLLEAGUES = {"kind": "read", "contacts": {"colleagues": [BO]}}
ENTRIES = {"kind": "read", "contacts": {"addressBook": [ENTRY]}}


def read(play: Play, replies: dict[str, list[Any]] | None = None, **state: object) -> list[Any]:
    given = {"person": {"profileId": "p1", "addressBookId": "b1"}, "connection": "up", **state}
    return play(READ, state=given, replies={**REPLIES, **(replies or {})})


def test_colleagues_and_the_address_book_are_read(play: Play) -> None:
    assert read(play) == [ASKED_COLLEAGUES, ASKED_BOOK, COLLEAGUES, ENTRIES]


def test_a_profile_without_an_address_book_has_no_entries(play: Play) -> None:
    log = read(play, person={"profileId": "p1", "addressBookId": ""})
    nothing = {"kind": "read", "contacts": {"addressBook": []}}
    assert (ASKED_BOOK in log, nothing in log) == (False, True)


def test_what_is_unavailable_is_not_read_again(play: Play) -> None:
    assert read(play, unavailable=["addressBook"]) == [ASKED_COLLEAGUES, COLLEAGUES]
    assert read(play, unavailable=["colleagues"]) == [ASKED_BOOK, ENTRIES]


UNAVAILABLE = {"kind": "unavailable", "feature": "addressBook"}


@pytest.mark.parametrize(
    ("replies", "connection", "steps"),
    [
        ([refused("HTTP 503", status=503), answer([ENTRY])], "up", [ASKED_BOOK, ASKED_BOOK, ENTRIES]),
        ([refused("HTTP 503", status=503)], "up", [ASKED_BOOK, ASKED_BOOK, UNAVAILABLE]),
        ([refused("HTTP 503", status=503)], "lost", [ASKED_BOOK, ASKED_BOOK]),
        ([refused("NETWORK", kind="network")], "up", [ASKED_BOOK, ASKED_BOOK]),
        ([refused("HTTP 401", status=401)], "up", [ASKED_BOOK]),
        ([crash("TypeError")], "up", [ASKED_BOOK, {"thrown": "TypeError"}]),
    ],
)
def test_a_feature_is_unavailable_where_a_second_reading_fails_too(
    play: Play, replies: list[Any], connection: str, steps: list[Any]
) -> None:
    assert read(play, {BOOK: replies}, unavailable=["colleagues"], connection=connection) == steps


DESTINATIONS = READ.replace(".read()", ".readDestinations()")
QUEUES = "/v2/contact-service-queue"
SUPPORT = {"id": "q1", "name": "Support Line", "channelType": "TELEPHONY", "queueType": "INBOUND"}
CHAT = {"id": "q2", "name": "Support Chat", "channelType": "CHAT", "queueType": "INBOUND"}


def test_whom_a_call_can_be_taken_to_is_colleagues_and_the_queues_that_take_calls(play: Play) -> None:
    person = {"profileId": "p1", "addressBookId": "b1"}
    replies = {**REPLIES, QUEUES: [answer([SUPPORT, CHAT])]}
    log = play(DESTINATIONS, state={"person": person, "connection": "up"}, replies=replies)
    queues = {"kind": "read", "contacts": {"queues": [{"id": "q1", "name": "Support Line"}]}}
    assert log == [ASKED_COLLEAGUES, {"readAll": QUEUES}, COLLEAGUES, queues]
