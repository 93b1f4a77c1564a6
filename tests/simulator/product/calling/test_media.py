"""The customer's end of a call really talks and listens, refuses what is no call, and follows the conversation."""

from __future__ import annotations

import asyncio

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.conversations.model import ConversationState
from deskproof.simulator.product.calling import media
from deskproof.simulator.product.calling.media import TONE_HERTZ, MediaPeer, NoAudio
from deskproof.simulator.runtime.hearing import Sound
from deskproof.simulator.wire.calling.shapes import (
    CallState,
    Roap,
    RoapType,
)
from deskproof.simulator.wire.kernel.operation import Act
from deskproof.simulator.wire.kernel.shapes import BadRequest
from tests.simulator.product.calling.conftest import CONVERSATION, Phone, Workplace


async def test_both_sides_hear_a_tone(phone: Phone) -> None:
    heard: asyncio.Future[Sound] = asyncio.get_running_loop().create_future()
    peer = MediaPeer(lambda sound: None if heard.done() or not sound.is_audible else heard.set_result(sound))
    await phone.take(await peer.answer(await phone.offer()))
    sound = await heard
    assert sound.hertz == pytest.approx(TONE_HERTZ, abs=5)
    assert sound.packets > 0
    assert (await phone.hears()).hertz == pytest.approx(TONE_HERTZ, abs=5)
    await peer.close()
    assert peer._connection.connectionState == "closed"
    assert all(task.cancelling() or task.done() for task in peer._listening)


async def test_the_offer_names_no_address_but_loopback_where_there_is_no_other(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deskproof.simulator.product.calling.media._machine_addresses", lambda use_ipv4, use_ipv6: [])
    lines = (await phone.offer()).splitlines()
    addresses = {line.split()[4] for line in lines if line.startswith("a=candidate")}
    assert addresses == {"127.0.0.1"}


@pytest.mark.parametrize("offer", ["nonsense", "v=0\r\n", "v=0\r\nm=audio nowhere\r\n"])
async def test_what_is_not_an_audio_offer_is_refused_with_a_sentence(offer: str) -> None:
    peer = MediaPeer(lambda sound: None)
    with pytest.raises(NoAudio, match=r"^The offer .*\.$"):
        await peer.answer(offer)
    await peer.close()


class FakePeer:
    """The customer's end of a call, which says what is done with it."""

    def __init__(self, hears: object) -> None:
        self.done: list[str] = []
        PEERS.append(self)

    async def answer(self, offer: str) -> str:
        if offer == "nonsense":
            raise NoAudio("The offer has no audio.")
        self.done.append(f"answers {offer}")
        return f"answer to {offer}"

    def hold(self, held: bool) -> None:
        self.done.append("held" if held else "not held")

    async def close(self) -> None:
        self.done.append("closed")


PEERS: list[FakePeer] = []


@pytest.fixture
def peers(monkeypatch: pytest.MonkeyPatch) -> list[FakePeer]:
    """The customer's ends of all calls, in order."""
    monkeypatch.setattr(media, "MediaPeer", FakePeer)
    PEERS.clear()
    return PEERS


def offer(sdp: str, seq: int = 1) -> Roap:
    return Roap(message_type=RoapType.OFFER_RESPONSE, seq=seq, sdp=sdp)


async def test_the_customers_end_follows_the_conversation(
    workplace: Workplace, ringing: str, peers: list[FakePeer]
) -> None:
    workplace.change(ringing, CallState.CONNECTED)
    workplace.send(ringing, offer("first", seq=7))
    await workplace.exchange.settled()
    answer = {"messageType": "ANSWER", "seq": 7, "version": "2", "sdp": "answer to first"}
    assert [event["message"] for event in workplace.events()] == [answer]
    me = {"agent_id": workplace.me, "conversation_id": CONVERSATION}
    workplace.tenancy.submit(commands.HoldConversation(**me), cause="test")  # type: ignore[arg-type]
    workplace.tenancy.submit(commands.ResumeConversation(**me), cause="test")  # type: ignore[arg-type]
    workplace.tenancy.submit(commands.HoldConversation(**me), cause="test")  # type: ignore[arg-type]
    workplace.send(ringing, offer("second"))
    await workplace.exchange.settled()
    workplace.tenancy.submit(commands.CustomerHangsUp(conversation_id=CONVERSATION), cause="test")
    await workplace.exchange.settled()
    assert [peer.done for peer in peers] == [
        ["answers first", "not held", "held", "not held", "held", "closed"], ["answers second", "held", "closed"]
    ]  # fmt: skip


@pytest.mark.parametrize("way", ["end", "line", "client", "close", "new line"])
async def test_the_customers_end_is_closed_with_the_call(
    workplace: Workplace, ringing: str, peers: list[FakePeer], way: str
) -> None:
    workplace.send(ringing, offer("first"))
    await workplace.exchange.settled()
    match way:
        case "end":
            workplace.end(ringing)
        case "line":
            workplace.ask(Act.DELETE_LINE, lineId=workplace.line)
        case "client":
            workplace.ask(Act.DELETE_CLIENT, clientId=workplace.client)
        case "new line":
            workplace.register()
        case _:
            workplace.exchange.close()
    await workplace.exchange.settled()
    assert peers[0].done == ["answers first", "not held", "closed"]


@pytest.mark.parametrize("answered", [False, True])
@pytest.mark.parametrize(("by_customer", "expected"), [(True, ["mobius.calldisconnected"]), (False, [])])
async def test_a_call_that_ended_while_its_audio_was_made_gets_no_answer(
    workplace: Workplace,
    ringing: str,
    peers: list[FakePeer],
    by_customer: bool,
    expected: list[str],
    answered: bool,
) -> None:
    if answered:
        workplace.change(ringing, CallState.CONNECTED)
    workplace.send(ringing, offer("first"))
    if by_customer:
        workplace.tenancy.submit(commands.CustomerHangsUp(conversation_id=CONVERSATION), cause="test")
    else:
        workplace.end(ringing)
    await workplace.exchange.settled()
    assert [event["eventType"] for event in workplace.events()] == expected
    assert peers[0].done[-1] == "closed"


async def test_an_offer_without_audio_gets_the_error_with_its_number(
    workplace: Workplace, ringing: str, peers: list[FakePeer]
) -> None:
    workplace.send(ringing, offer("nonsense", seq=3))
    await workplace.exchange.settled()
    assert [event["message"] for event in workplace.events()] == [
        {
            "messageType": "ERROR", "seq": 3, "version": "2", "errorType": "FAILED",
            "errorCause": "The offer has no audio.",
        }
    ]  # fmt: skip


async def test_only_what_a_client_may_say_about_audio_is_taken(workplace: Workplace, ringing: str) -> None:
    for message, sentence in (
        (offer(""), "The OFFER_RESPONSE has no sdp; the client's offer is expected there."),
        (Roap(message_type=RoapType.ANSWER, seq=1), "A client sends OFFER_RESPONSE, OK or ERROR, not ANSWER."),
        (Roap(message_type=RoapType.OFFER_REQUEST, seq=1),
         "A client sends OFFER_RESPONSE, OK or ERROR, not OFFER_REQUEST."),
    ):  # fmt: skip
        with pytest.raises(BadRequest) as refused:
            workplace.send(ringing, message)
        assert str(refused.value) == sentence
    for word in (RoapType.OK, RoapType.ERROR):
        workplace.send(ringing, Roap(message_type=word, seq=1))
    assert workplace.events() == []


async def test_both_ends_of_a_call_are_heard_until_it_ends(workplace: Workplace, ringing: str, phone: Phone) -> None:
    workplace.change(ringing, CallState.CONNECTED)
    offer = Roap(message_type=RoapType.OFFER_RESPONSE, seq=1, sdp=await phone.offer())
    workplace.send(ringing, offer)
    answer = (await workplace.next())["message"]
    assert (answer["messageType"], answer["seq"]) == ("ANSWER", 1)
    await phone.take(answer["sdp"])
    workplace.send(ringing, Roap(message_type=RoapType.OK, seq=1))
    assert (await workplace.tenancy.hearing.next(CONVERSATION)).hertz == pytest.approx(1_000, abs=5)
    assert (await phone.hears()).is_audible

    workplace.tenancy.submit(
        commands.HoldConversation(agent_id=workplace.me, conversation_id=CONVERSATION), cause="test"
    )
    while (await phone.hears()).is_audible:
        continue

    workplace.end(ringing)
    assert workplace.state() is ConversationState.WRAP_UP
    assert workplace.events() == []
    assert not workplace.exchange._calls


async def test_an_offer_that_is_none_gets_an_error(workplace: Workplace, ringing: str) -> None:
    workplace.send(ringing, Roap(message_type=RoapType.OFFER_RESPONSE, seq=1, sdp="nonsense"))
    assert (await workplace.next())["message"]["messageType"] == "ERROR"
    with pytest.raises(BadRequest):
        workplace.send(ringing, Roap(message_type=RoapType.OFFER_RESPONSE, seq=1))
    with pytest.raises(BadRequest):
        workplace.send(ringing, Roap(message_type=RoapType.ANSWER, seq=1, sdp="v=0"))
