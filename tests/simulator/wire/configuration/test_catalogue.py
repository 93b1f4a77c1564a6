"""The Microsoft Teams connector on the wire: there when it is set up, in the vendor's published shape."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from deskproof.simulator.wire.configuration.encode import connector
from deskproof.simulator.wire.kernel.request import Place, WireRequest
from deskproof.simulator.wire.kernel.shapes import NoBody, NoQuery
from tests.simulator.domain.story import Story

PLACE = Place(org_id="the-organisation", name="t-0001", desktop="http://d", identity="http://i", teams="http://e")


def shown(*, set_up: bool) -> Any:
    state = Story().state
    settings = replace(state.configuration.settings, teams_connector=set_up)
    state = replace(state, configuration=replace(state.configuration, settings=settings))
    request = WireRequest(
        place=PLACE, state=state, now=Story().now, next_id=str, path={}, query=NoQuery(), body=NoBody()
    )
    return connector(request).to_json()


def test_an_organisation_that_has_not_set_it_up_has_none() -> None:
    assert shown(set_up=False) == {"meta": {"links": {}, "totalPages": 1}, "data": []}


def test_the_connector_is_active_and_says_whose_it_is() -> None:
    (item,) = shown(set_up=True)["data"]
    assert item["active"] is True
    assert item["organizationId"] == "the-organisation"
    assert set(item["accountDetails"]) == {"name", "tenantId", "userName"}
    assert set(item["idleCodes"]) == {"doNotDisturbId", "onACallId", "presentingId"}
    assert (item["showUserDetails"], item["stateSynchronization"]) == (True, True)
