"""A day that is played: the same every time, by agents of the script and by people who take part."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from queue import Queue

import pytest

from deskproof.simulator.control.client import Control, Entry, TenantControl
from deskproof.simulator.server import Server, start_server
from deskproof.steps.day.agent import Agent, Station
from deskproof.steps.day.player import Player
from deskproof.steps.day.script import example, read_script

PATIENCE_SECONDS = 60
BEGINS = "2026-01-15T09:00:00Z"
HEAD = f'minutes = 20\nspeed = "fastest"\nbegins = {BEGINS}\n'
BO = '[[agents]]\nperson = "bo"\ndial_number = "+12015550148"\n'
CALLS = '[[customers]]\ncalls = "support"\nper_minute = 0.5\n'


@pytest.fixture
def control(simulator: Server) -> Iterator[Control]:
    with simulator.control() as control:
        yield control


def player(control: Control, folder: Path, text: str, say: Callable[[str], None]) -> tuple[Player, TenantControl]:
    file = folder / "day.toml"
    file.write_text(text, encoding="utf-8")
    day = read_script(file)
    tenant = control.create_tenant(frozen_at=day.begins)
    return Player(day, tenant, say=say), tenant


def played(control: Control, folder: Path, text: str) -> tuple[list[str], TenantControl]:
    """What was said of the day, and its tenant."""
    said: list[str] = []
    play, tenant = player(control, folder, text, said.append)
    play.play()
    return said, tenant


@contextmanager
def playing(control: Control, folder: Path, text: str, say: Callable[[str], None]) -> Iterator[TenantControl]:
    play, tenant = player(control, folder, text, say)
    thread = threading.Thread(target=play.play)
    thread.start()
    try:
        yield tenant
    finally:
        play.stop()
        thread.join()


def names(tenant: TenantControl) -> Counter[str]:
    return Counter(entry.name for entry in tenant.journal())


@pytest.mark.nightly
def test_equal_scripts_give_equal_journals(tmp_path: Path) -> None:
    text = example().replace("speed = 1 ", f'speed = "fastest"\nbegins = {BEGINS} ')
    journals: list[tuple[Entry, ...]] = []
    for _ in range(2):
        with start_server() as server, server.control() as control:
            said, tenant = played(control, tmp_path, text)
            journals.append(tenant.journal())
            assert tenant.conversations() == ()
            assert said[-1].startswith("The day is over: ")
    assert journals[0] == journals[1]
    assert len(journals[0]) > 300
    assert journals[0][-1].at.minute >= 30
    with start_server() as server, server.control() as control:
        _, tenant = played(control, tmp_path, text.replace("seed = 1 ", "seed = 2 "))
        assert tenant.journal() != journals[0]


def test_the_day_takes_its_time_on_the_clock_of_the_tenant(control: Control, tmp_path: Path) -> None:
    text = f"{HEAD}{BO}from_minute = 2\nuntil_minute = 12\n{CALLS}"
    said, tenant = played(control, tmp_path, text)
    at = {entry.name: f"{entry.at:%H:%M}" for entry in tenant.journal() if entry.name.startswith("AgentSigned")}
    assert at["AgentSignedIn"] == "09:02"
    assert "09:12" <= at["AgentSignedOut"] < "09:15"
    assert said[:2] == ["Bo Ekström signs in at +12015550148.", "Bo Ekström signs out."]


def test_an_unanswered_offer_goes_by_and_the_agent_returns(control: Control, tmp_path: Path) -> None:
    _, tenant = played(control, tmp_path, f"{HEAD}{BO}answers = 0.5\nreturns_in_seconds = 10\n{CALLS}")
    entries = tenant.journal()
    missed = [entry.at for entry in entries if entry.name == "OfferUnanswered"]
    available = {
        entry.at for entry in entries if entry.name == "AgentStateChanged" and entry.data["state"] == "Available"
    }
    assert missed
    assert {at + timedelta(seconds=10) for at in missed if at.minute < 19} <= available
    assert entries[-1].at.minute < 30


def test_who_never_answers_leaves_all_the_same(control: Control, tmp_path: Path) -> None:
    said, tenant = played(control, tmp_path, f"{HEAD}{BO}answers = 0\n{CALLS}")
    assert said[1] == "Bo Ekström signs out."
    assert (names(tenant)["OfferUnanswered"] > 3, names(tenant)["ConversationConnected"]) == (True, 0)


def test_customers_give_up_and_hang_up(control: Control, tmp_path: Path) -> None:
    nobody = names(played(control, tmp_path, f"{HEAD}{CALLS}gives_up_after_seconds = 30\n")[1])
    assert nobody["CustomerCalled"] == nobody["CustomerHangsUp"] > 3
    by_customer = names(played(control, tmp_path, f"{HEAD}{BO}{CALLS}hangs_up = 1\n")[1])
    assert (by_customer["EndConversation"], by_customer["CustomerHangsUp"]) == (0, by_customer["ConversationEnded"])


def test_customers_for_whom_there_is_nobody_wait_on(control: Control, tmp_path: Path) -> None:
    said, tenant = played(control, tmp_path, f"{HEAD}{CALLS}")
    waiting = tenant.conversations()
    assert {each.state for each in waiting} == {"queued"}
    told = f"The day is over: {len(waiting)} contacts of customers, of which the agents of the script answered 0."
    assert said == [told]


def test_a_sign_in_that_is_refused_is_told_and_the_day_goes_on(control: Control, tmp_path: Path) -> None:
    text = f"{HEAD}{BO.replace('+12015550148', '+1201')}{CALLS}gives_up_after_seconds = 30\n"
    said, tenant = played(control, tmp_path, text)
    assert said[0].startswith("Bo Ekström could not sign in at +1201: ")
    assert names(tenant)["CustomerHangsUp"] > 3


def test_the_phone_of_a_person_who_takes_part_answers_and_the_rest_is_left(control: Control, tmp_path: Path) -> None:
    said: list[str] = []
    text = f'minutes = 20\nspeed = 1000\n[[phones]]\nperson = "ada"\n{CALLS}'
    with playing(control, tmp_path, text, said.append) as tenant:
        station = Station(number="+12015550147", extension=False, team="Support")
        ada = Agent(tenant, tenant.people["ada"], station, happened=threading.Event())
        ada.turn_available()
        connected = tenant.wait_for("ConversationConnected", agent="ada")
        ada.end(connected.data["id"])
        assert tenant.wait_for("ConversationEnded").data["agent"] == "ada"
    assert names(tenant)["WrapUpConversation"] == 0
    ada.close()


def test_an_agent_whom_a_person_takes_over_is_not_played_any_more(control: Control, tmp_path: Path) -> None:
    said: Queue[str] = Queue()
    with playing(control, tmp_path, f"minutes = 20\n{BO}", said.put) as tenant:
        assert said.get(timeout=PATIENCE_SECONDS) == "Bo Ekström signs in at +12015550148."
        tenant.change({"people": [{"key": "bo", "$remove": True}]})
        tenant.close()
        end = said.get(timeout=PATIENCE_SECONDS)
    assert "has ended" in end or "no longer signed in" in end
