"""Two agents in two pages at Desktop stations: what each of them and the customer hears in a shared call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, TimeoutError

from deskproof.simulator.control.client import TenantControl
from deskproof.simulator.server import Server
from deskproof.steps.browsers.browser import ensure, launch_options
from deskproof.steps.cast.actors import Actor
from deskproof.steps.cast.browser.voice import TONE_HERTZ, hears_exactly
from deskproof.steps.gherkin.vocabulary.values import Availability, Brand, ConsultState, Destination, Option, Reached
from deskproof.steps.screens.reference import adapter

VOICES = {"Ada": 440, "Bo": 620}
"""The tone that each microphone records, because a browser has one and the same for all of its pages."""
MUSIC = (300, 550)
DIGIT_5 = (770, 1_336)

MICROPHONE = """
navigator.mediaDevices.getUserMedia = async () => {
  const context = new AudioContext();
  const voice = new OscillatorNode(context, { frequency: HERTZ });
  const microphone = new MediaStreamAudioDestinationNode(context);
  voice.connect(new GainNode(context, { gain: 0.3 })).connect(microphone);
  voice.start();
  return microphone.stream;
};
const Peer = window.RTCPeerConnection;
window.RTCPeerConnection = class extends Peer {
  constructor(...given) {
    super(...given);
    window.peer = this;
  }
};
"""
"""A microphone with a tone of its own; and the page's connection is within reach, for digits."""


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A full Chromium, which talks."""
    started = playwright.chromium.launch(**launch_options(ensure("full")))
    yield started
    started.close()


@pytest.fixture
def tenant(simulator: Server) -> Iterator[TenantControl]:
    with simulator.control() as control:
        tenant = control.create_tenant("standard")
        yield tenant
        tenant.close()


@pytest.fixture
def agents(browser: Browser, tenant: TenantControl) -> Iterator[tuple[Actor, Actor]]:
    """Ada, who takes the next call, and Bo, who is away."""

    def new_context(
        *, actor: str = "", flags: Sequence[str] = (), firefox: bool = False, **options: Any
    ) -> BrowserContext:
        context = browser.new_context(locale="en-US", **options)
        context.add_init_script(MICROPHONE.replace("HERTZ", str(VOICES[actor])))
        return context

    actors = []
    for name in VOICES:
        actor = Actor(
            name, tenant=tenant, desktop=tenant.desktop_url, new_context=new_context, language="en",
            open_screens=adapter.open_screens, dial_number="", has_firefox=lambda: False,
        )  # fmt: skip
        actor.browsing.use_browser(Brand.CHROME)
        actor.signing_in.sign_in(Option.DESKTOP)
        actors.append(actor)
    ada, bo = actors
    yield ada, bo
    for actor in actors:
        actor.browsing.leave()


def become_available(actor: Actor) -> None:
    actor.screens.task.choose_availability(Availability.AVAILABLE)
    actor.screens.task.shows_availability(Availability.AVAILABLE)


def test_in_a_consultation_and_a_conference_people_hear_each_other(
    agents: tuple[Actor, Actor], tenant: TenantControl
) -> None:
    ada, bo = agents
    become_available(ada)
    call = tenant.customer_calls(queue="support", number="+46701740605")
    ada.screens.voice.answer()
    hears_exactly(ada.browsing.page, TONE_HERTZ)
    tenant.frequencies(call, expected=[VOICES["Ada"]])
    become_available(bo)

    ada.screens.shared_calls.consult(Destination(kind=Reached.AGENT, name=bo.person.name))
    tenant.frequencies(call, expected=MUSIC)
    bo.screens.voice.answer()
    ada.screens.shared_calls.shows_consult(bo.person.name, ConsultState.CONNECTED)
    hears_exactly(ada.browsing.page, VOICES["Bo"])
    hears_exactly(bo.browsing.page, VOICES["Ada"])
    tenant.frequencies(call, expected=MUSIC)

    ada.screens.shared_calls.start_conference()
    hears_exactly(ada.browsing.page, VOICES["Bo"], TONE_HERTZ)
    hears_exactly(bo.browsing.page, VOICES["Ada"], TONE_HERTZ)
    tenant.frequencies(call, expected=list(VOICES.values()))

    bo.browsing.page.get_by_role("button", name="Mute").click()
    hears_exactly(ada.browsing.page, TONE_HERTZ)
    tenant.frequencies(call, expected=[VOICES["Ada"]])

    ada.browsing.page.evaluate("() => peer.getSenders()[0].dtmf.insertDTMF('5', 6000)")
    hears_exactly(bo.browsing.page, TONE_HERTZ, *DIGIT_5)
    tenant.frequencies(call, expected=DIGIT_5)
    hears_exactly(bo.browsing.page, TONE_HERTZ, VOICES["Ada"])


def test_a_page_that_plays_something_else_is_told(agents: tuple[Actor, Actor], tenant: TenantControl) -> None:
    ada, _ = agents
    become_available(ada)
    tenant.customer_calls(queue="support", number="+46701740605")
    ada.screens.voice.answer()
    page = ada.browsing.page
    hears_exactly(page, TONE_HERTZ)
    page.set_default_timeout(500)
    for others in ([], [TONE_HERTZ + 30], [TONE_HERTZ, 1_500]):
        with pytest.raises(TimeoutError):
            hears_exactly(page, *others)
