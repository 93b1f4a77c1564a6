"""Requests that the service refuses, and what the agent reads then (CALL-7)."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.cast.services import Services
from deskproof.steps.gherkin.vocabulary import given, then
from deskproof.steps.gherkin.vocabulary.values import Request


@given("the service refuses the next request to {request}", sv="tjänsten nekar nästa begäran om att {request}")
def _(services: Services, request: Request) -> None:
    services.refuse(request)


@given(
    "the service has refused {person}'s request to put the call on hold",
    sv="tjänsten har nekat {person}s begäran om att parkera samtalet",
)
def _(cast: Cast, services: Services, person: str) -> None:
    services.refuse(Request.HOLD)
    cast[person].screens.calls.hold()
    cast[person].screens.calls.shows_refused(Request.HOLD)


@then(
    "{person} reads that the request to {request} was refused",
    sv="{person} läser att begäran om att {request} nekades",
)
def _(cast: Cast, person: str, request: Request) -> None:
    cast[person].screens.calls.shows_refused(request)
