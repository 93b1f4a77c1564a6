"""The simulator's end of a call really talks and listens, refuses what is no call, and ends with the call."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from itertools import count

import pytest
from aiortc.rtp import RtpPacket

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.conversations.model import ConversationState
from deskproof.simulator.domain.conversations.sound import CUSTOMER, agent
from deskproof.simulator.product.calling.media import MediaPeer, NoAudio
from deskproof.simulator.runtime.sound.hearing import Mix, Sound
from deskproof.simulator.runtime.sound.microphone import Microphone
from deskproof.simulator.wire.calling.shapes import (
    CallState,
    Roap,
    RoapType,
)
from deskproof.simulator.wire.kernel.operation import Act
from deskproof.simulator.wire.kernel.shapes import BadRequest
from tests.simulator.product.calling.conftest import CONVERSATION, HUM, FakePeer, Phone, Workplace, offer


def talking(workplace: Workplace) -> None:
    """Ada talks with a customer, without a browser."""
    workplace.sign_in()
    workplace.customer_calls()
    answer = commands.AnswerConversation(agent_id=workplace.me, conversation_id=CONVERSATION)
    workplace.tenancy.submit(answer, cause="test")


def exactly(*hertz: int) -> Callable[[Sound], bool]:
    """Fits the sound that has these frequencies and no others, none for silence."""
    return lambda sound: sound.is_exactly(hertz)


def peer_of(workplace: Workplace) -> MediaPeer:
    """The simulator's end of Ada's call."""
    hearing, ada = workplace.tenancy.hearing, agent(workplace.me)
    return MediaPeer(Mix(hearing, CONVERSATION, ada), hearing.open(CONVERSATION, ada))


async def test_an_agent_hears_the_mix_and_is_heard_by_the_microphone(workplace: Workplace, phone: Phone) -> None:
    talking(workplace)
    peer = peer_of(workplace)
    await phone.take(await peer.answer(await phone.offer()))
    await phone.hears(exactly(1_000))
    assert (await workplace.tenancy.hearing.next(CONVERSATION, CUSTOMER, exactly(HUM))).packets > 0
    await peer.close()
    assert peer._connection.connectionState == "closed"
    assert all(task.cancelling() or task.done() for task in peer._listening)
    assert workplace.tenancy.hearing.microphone(CONVERSATION, agent(workplace.me)) is None


async def test_an_end_of_a_call_holds_no_closed_tenant(phone: Phone) -> None:
    workplace = Workplace()
    talking(workplace)
    peer, state = peer_of(workplace), weakref.ref(workplace.tenancy.state)
    await phone.take(await peer.answer(await phone.offer()))
    await phone.hears(exactly(1_000))
    workplace.tenancy.close()
    del workplace
    assert state() is None
    await phone.hears(exactly())
    await peer.close()


async def test_samples_are_made_for_those_who_listen_only(
    workplace: Workplace, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Packets are counted all the same."""
    talking(workplace)
    taken: list[int] = []
    monkeypatch.setattr(Microphone, "take", lambda microphone, samples: taken.append(len(samples)))
    peer = peer_of(workplace)
    await phone.take(await peer.answer(await phone.offer()))
    await phone.hears()
    while workplace.tenancy.hearing.packets(CONVERSATION) < 10:
        await phone.hears()
    assert taken == []
    await peer.close()


async def test_the_offer_names_no_address_but_loopback_where_there_is_no_other(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deskproof.simulator.product.calling.media._machine_addresses", lambda use_ipv4, use_ipv6: [])
    lines = (await phone.offer()).splitlines()
    addresses = {line.split()[4] for line in lines if line.startswith("a=candidate")}
    assert addresses == {"127.0.0.1"}


async def test_a_digit_that_the_agent_dials_is_heard_by_the_customer_until_the_voice_goes_on(
    workplace: Workplace, phone: Phone
) -> None:
    talking(workplace)
    peer, hearing = peer_of(workplace), workplace.tenancy.hearing
    offer = await phone.offer()
    (payload_type,) = (
        int(line.split(":")[1].split()[0]) for line in offer.splitlines() if line.endswith(" telephone-event/48000")
    )
    await phone.take(await peer.answer(offer))
    await hearing.next(CONVERSATION, CUSTOMER, exactly(HUM))
    (sender,) = phone.connection.getSenders()
    sender.replaceTrack(None)

    numbers = count(1)

    async def dials(event: int, *, ends: bool = False) -> None:
        packet = RtpPacket(payload_type=payload_type, sequence_number=next(numbers), ssrc=sender._ssrc ^ 1)
        packet.payload = bytes([event, 128 * ends, 0, 160])
        await sender.transport._send_rtp(packet.serialize())

    await hearing.next(CONVERSATION, CUSTOMER, exactly())
    await dials(5)
    await hearing.next(CONVERSATION, CUSTOMER, exactly(770, 1_336))
    await phone.hears(exactly(1_000))
    await dials(5, ends=True)
    await hearing.next(CONVERSATION, CUSTOMER, exactly())
    await peer.close()


async def test_an_agent_hears_a_voice_whatever_codec_the_offer_names_first(workplace: Workplace, phone: Phone) -> None:
    talking(workplace)
    peer, offer = peer_of(workplace), await phone.offer()
    named = [line for line in offer.splitlines(keepends=True) if line.startswith("a=rtpmap:")]
    digits_first = sorted(named, key=lambda line: " telephone-event/" not in line)
    assert "".join(named) in offer
    answer = await peer.answer(offer.replace("".join(named), "".join(digits_first)))
    assert next(line for line in answer.splitlines() if line.startswith("a=rtpmap:")).endswith(" opus/48000/2")
    await phone.take(answer)
    await phone.hears(exactly(1_000))
    await peer.close()


ONLY_DIGITS = """v=0
o=- 1 2 IN IP4 127.0.0.1
s=-
t=0 0
m=audio 9 UDP/TLS/RTP/SAVPF 110
c=IN IP4 0.0.0.0
a=mid:0
a=sendrecv
a=rtcp-mux
a=ice-ufrag:abcd
a=ice-pwd:abcdefghijklmnopqrstuvwx
a=fingerprint:sha-256 00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00
a=setup:actpass
a=rtpmap:110 telephone-event/48000
""".replace("\n", "\r\n")


@pytest.mark.parametrize("offer", ["nonsense", "v=0\r\n", "v=0\r\nm=audio nowhere\r\n", ONLY_DIGITS])
async def test_what_is_not_an_audio_offer_is_refused_with_a_sentence(workplace: Workplace, offer: str) -> None:
    peer = peer_of(workplace)
    with pytest.raises(NoAudio, match=r"^The offer .*\.$"):
        await peer.answer(offer)
    await peer.close()


async def test_an_end_is_made_for_each_offer_and_closed_with_the_call(
    workplace: Workplace, ringing: str, peers: list[FakePeer]
) -> None:
    workplace.change(ringing, CallState.CONNECTED)
    workplace.send(ringing, offer("first", seq=7))
    await workplace.exchange.settled()
    answer = {"messageType": "ANSWER", "seq": 7, "version": "2", "sdp": "answer to first"}
    assert [event["message"] for event in workplace.events()] == [answer]
    workplace.send(ringing, offer("second"))
    await workplace.exchange.settled()
    workplace.tenancy.submit(commands.CustomerHangsUp(conversation_id=CONVERSATION), cause="test")
    await workplace.exchange.settled()
    assert [peer.done for peer in peers] == [["answers first", "closed"], ["answers second", "closed"]]


@pytest.mark.parametrize("way", ["end", "line", "client", "close", "new line"])
async def test_the_simulators_end_is_closed_with_the_call(
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
    assert peers[0].done == ["answers first", "closed"]


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
        (Roap(message_type=RoapType.ANSWER, seq=1), "A client sends OFFER, OFFER_RESPONSE, OK or ERROR, not ANSWER."),
        (Roap(message_type=RoapType.OFFER_REQUEST, seq=1),
         "A client sends OFFER, OFFER_RESPONSE, OK or ERROR, not OFFER_REQUEST."),
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
    hearing = workplace.tenancy.hearing
    await hearing.next(CONVERSATION, CUSTOMER, exactly(HUM))
    await phone.hears(exactly(1_000))

    me = {"agent_id": workplace.me, "conversation_id": CONVERSATION}
    workplace.tenancy.submit(commands.HoldConversation(**me), cause="test")  # type: ignore[arg-type]
    await phone.hears(exactly())
    await hearing.next(CONVERSATION, CUSTOMER, exactly(300, 550))

    workplace.tenancy.submit(commands.ResumeConversation(**me), cause="test")  # type: ignore[arg-type]
    await hearing.next(CONVERSATION, CUSTOMER, exactly(HUM))
    await phone.hears(exactly(1_000))

    workplace.end(ringing)
    assert workplace.state() is ConversationState.WRAP_UP
    assert workplace.events() == []
    assert not workplace.exchange._switch.calls


async def test_an_offer_that_is_none_gets_an_error(workplace: Workplace, ringing: str) -> None:
    workplace.send(ringing, Roap(message_type=RoapType.OFFER_RESPONSE, seq=1, sdp="nonsense"))
    assert (await workplace.next())["message"]["messageType"] == "ERROR"
    with pytest.raises(BadRequest):
        workplace.send(ringing, Roap(message_type=RoapType.OFFER_RESPONSE, seq=1))
    with pytest.raises(BadRequest):
        workplace.send(ringing, Roap(message_type=RoapType.ANSWER, seq=1, sdp="v=0"))
