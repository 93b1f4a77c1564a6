"""Shapes are strict: nothing unknown, nothing coerced, and the sentence of a refusal never repeats what was sent."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from deskproof.simulator.domain.configuration import Role, StationOption
from deskproof.simulator.wire.configuration.shapes import SiteAnswer
from deskproof.simulator.wire.kernel.paging import ListQuery
from deskproof.simulator.wire.kernel.shapes import Anything, BadRequest, NoBody, body_of, query_of
from deskproof.simulator.wire.sessions.shapes import StationLoginBody


def test_a_body_as_the_vendor_s_client_sends_it() -> None:
    body = body_of(
        StationLoginBody,
        b'{"dialNumber":"14085551234","teamId":"t","deviceType":"AGENT_DN","isExtension":false,"deviceId":"14085551234",'
        b'"roles":["agent"],"teamName":"","siteId":"","usesOtherDN":false,"auxCodeId":""}',
    )
    assert (body.device_type, body.roles, body.dial_number) == (StationOption.DIAL_NUMBER, (Role.AGENT,), "14085551234")


def test_no_body_is_an_empty_one() -> None:
    assert body_of(NoBody, b"") == body_of(NoBody, b"{}") == NoBody()


def test_anything_accepts_any_object_and_nothing_else() -> None:
    assert body_of(Anything, b'{"metrics": [1, {"two": null}]}').to_json() == {"metrics": [1, {"two": None}]}
    with pytest.raises(BadRequest):
        body_of(Anything, b"[1]")


@pytest.mark.parametrize(
    "raw", [b'{"secret": "horse"}', b'{"dialNumber": ["horse"], "deviceType": "AGENT_DN"}', b"horse"]
)
def test_a_refusal_says_what_is_known_and_not_what_was_sent(raw: bytes) -> None:
    with pytest.raises(
        BadRequest, match=r"The body (?:does not fit|is not JSON) \(.*known here: dialNumber"
    ) as refused:
        body_of(StationLoginBody, raw)
    assert "horse" not in str(refused.value)


def test_a_query_is_text_and_converted() -> None:
    query = query_of(ListQuery, {"page": "2", "desktopProfileFilter": "true"})
    assert (query.page, query.page_size, query.desktop_profile_filter) == (2, 100, True)
    with pytest.raises(BadRequest, match="colour: extra inputs are not permitted"):
        query_of(ListQuery, {"colour": "red"})


def test_an_answer_that_does_not_fit_cannot_be_built() -> None:
    with pytest.raises(ValidationError):
        SiteAnswer(id="1", name="Main", active="yes", multimedia_profile_id="m", system_default=True)  # type: ignore[arg-type]  # the point
