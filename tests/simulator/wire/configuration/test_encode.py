"""Desktop layouts on the wire: the list without documents, one layout with its document as text."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from deskproof.simulator.domain.configuration import Configuration, WorkType
from deskproof.simulator.domain.state import TenantState
from deskproof.simulator.domain.values import Instant, entity_id
from deskproof.simulator.runtime.blueprints import blueprint
from deskproof.simulator.wire.configuration.encode import (
    OUTDIAL_ANI,
    address_book,
    agent_profile,
    layout,
    layouts,
    outdial_numbers,
    site,
    user,
)
from deskproof.simulator.wire.kernel.paging import ListQuery
from deskproof.simulator.wire.kernel.request import NotFound, Place, WireRequest
from deskproof.simulator.wire.kernel.shapes import NoBody

SALES = entity_id("desktop-layout", "sales")


STANDARD: Configuration = blueprint("standard")


def request(
    *, query: ListQuery | None = None, configuration: Configuration = STANDARD, **path: str
) -> WireRequest:  # fmt: skip
    return WireRequest(
        place=Place(org_id="org", name="t-0001", desktop="http://d", identity="http://i", teams="http://e"),
        state=TenantState(configuration=configuration),
        now=Instant(0),
        next_id=lambda kind: f"{kind}-0001",
        path=path,
        query=query or ListQuery(),
        body=NoBody(),
    )


def test_the_list_has_every_layout_and_no_document() -> None:
    items = layouts(request()).data
    assert [item["name"] for item in items] == ["Global Layout", "Sales Layout"]
    assert all("jsonFileContent" not in item for item in items)


def test_the_global_layout_can_be_requested() -> None:
    (found,) = layouts(request(query=ListQuery(filter="global==true", attributes="id,global"))).data
    assert found == {"id": entity_id("desktop-layout", "global"), "global": True}


def test_one_layout_has_its_document_as_text_and_its_teams() -> None:
    found = layout(request(layoutId=SALES)).to_json()
    assert str(found["jsonFileContent"]).startswith('{\n  "agent"')
    assert found["jsonFileName"] == "Sales Layout.json"
    assert found["teamIds"] == [entity_id("team", "sales")]
    assert found["global"] is False


@pytest.mark.parametrize(
    ("encode", "parameter", "what"),
    [
        (user, "agentId", "user with the CI user id"),
        (agent_profile, "profileId", "desktop profile"),
        (site, "siteId", "site"),
        (address_book, "addressBookId", "address book"),
        (outdial_numbers, "outdialAniId", "outdial ANI"),
        (layout, "layoutId", "desktop layout"),
    ],
)
def test_what_is_not_there_is_not_found(encode: Callable[[WireRequest], object], parameter: str, what: str) -> None:
    with pytest.raises(NotFound, match=rf"^There is no {what} nowhere\.$"):
        encode(replace(request(), path={parameter: "nowhere"}))


@pytest.mark.parametrize(("number", "shown"), [(None, ""), ("+46701740605", "+46701740605")])
def test_a_user_without_a_default_number_has_an_empty_one(number: str | None, shown: str) -> None:
    first, *others = STANDARD.people
    changed = replace(STANDARD, people=(replace(first, default_dn=number), *others))
    answer = user(request(configuration=changed, agentId=first.agent_id)).to_json()
    assert answer["defaultDialledNumber"] == shown


def test_a_profile_has_its_codes_by_what_they_are_for() -> None:
    found = agent_profile(request(profileId=STANDARD.profiles[0].id)).to_json()
    for work, field in ((WorkType.IDLE, "idleCodes"), (WorkType.WRAP_UP, "wrapUpCodes")):
        wanted = [code.id for code in STANDARD.auxiliary_codes if code.work is work]
        assert found[field] == wanted
        assert wanted


@pytest.mark.parametrize("seconds", [None, 0, 30])
def test_a_profile_says_whether_agents_wrap_up_by_themselves(seconds: int | None) -> None:
    first, *others = STANDARD.profiles
    changed = replace(STANDARD, profiles=(replace(first, auto_wrap_up_seconds=seconds), *others))
    found = agent_profile(request(configuration=changed, profileId=first.id)).to_json()
    assert (found["autoWrapUp"], found["autoWrapAfterSeconds"]) == (seconds is not None, seconds)


def test_outdial_numbers_are_those_of_the_one_list() -> None:
    from_list = outdial_numbers(request(outdialAniId=OUTDIAL_ANI)).data
    assert [item["number"] for item in from_list] == [entry.number for entry in STANDARD.outdial_numbers]
