"""Plays a day: what is due happens, then it looks what there is to do, and waits."""

from __future__ import annotations

import heapq
import itertools
import math
import threading
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from deskproof.simulator.control.client import ControlError, FactNotSeen, TenantControl, Unreachable
from deskproof.steps.cast.browser.stored_sign_in import NotSignedIn
from deskproof.steps.day.agent import Agent, NotDone, Station
from deskproof.steps.day.draws import Arrival, arrivals, chance, delay
from deskproof.steps.day.duties import Duty, Task, duties
from deskproof.steps.day.pace import Fastest, Pace, Paced
from deskproof.steps.day.script import FASTEST, Day, PlayedAgent, PlayedPhone, milliseconds

_WATCHED = ("ConversationOffered", "ConsultOffered")
"""What makes a phone ring whose agent is not played."""
_WATCH_SECONDS = 60.0
_WAITING = ("queued", "offered")
_SPANS = {
    Task.ANSWER: "answers_in_seconds",
    Task.ANSWER_CONSULT: "answers_in_seconds",
    Task.END: "talks_for_seconds",
    Task.WRAP_UP: "wraps_up_in_seconds",
    Task.RETURN: "returns_in_seconds",
}
"""The key of the script that says how long each task takes."""


class Player:
    """Plays the script in a tenant; `say` gets a line about what a person wants to know of it."""

    def __init__(
        self, day: Day, tenant: TenantControl, *, say: Callable[[str], None], certificate: Path | None = None
    ) -> None:
        self._day, self._tenant, self._say, self._certificate = day, tenant, say, certificate
        self._happened, self._stopped = threading.Event(), threading.Event()
        clock = tenant.clock()
        self._begin: datetime = clock.now
        self._pace: Pace = (
            Fastest()
            if day.speed == FASTEST
            else Paced(float(day.speed), runs=not clock.frozen, happened=self._happened)
        )
        self._moves = clock.frozen or day.speed != 1
        self._agenda: list[tuple[int, int, Callable[[], None]]] = []
        self._order = itertools.count()
        self._agents: dict[str, Agent] = {}
        self._leaving: set[str] = set()
        self._states: dict[str, str] = {}
        self._customers: dict[str, Arrival] = {}
        self._duties: set[Duty] = set()
        self._failed: set[Duty] = set()
        self._times: Counter[tuple[str, str, Task]] = Counter()
        self._seen = 0
        everybody: tuple[PlayedAgent | PlayedPhone, ...] = (*day.agents, *day.phones)
        self._tables = {one.person: one for one in everybody}
        self._phones = frozenset(one.person for one in day.phones)
        self.counts: Counter[str] = Counter()

    def stop(self) -> None:
        """Let `play` return soon, from another thread."""
        self._stopped.set()
        self._happened.set()

    def play(self) -> None:
        """Play until the day is over, or `stop`, or the simulator is gone."""
        try:
            for person, name in itertools.product(sorted(self._phones), _WATCHED if not self._is_fastest else ()):
                threading.Thread(target=self._watch, args=(name, person), daemon=True).start()
            self._plan()
            while not self._stopped.is_set():
                self._do_what_is_due()
                self._look()
                if not self._wait():
                    self._say(f"The day is over: {self._told()}.")
                    return
        except Unreachable:
            if not self._stopped.is_set():
                self._say("The simulator has ended, and the day with it.")
        except ControlError as error:
            self._say(f"The day has ended early: {error}")
        finally:
            for agent in self._agents.values():
                agent.close()

    @property
    def _is_fastest(self) -> bool:
        return isinstance(self._pace, Fastest)

    def _told(self) -> str:
        """What has happened, in numbers."""
        contacts, answered = self.counts["contacts"], self.counts["answered"]
        return f"{contacts} contacts of customers, of which the agents of the script answered {answered}"

    def _plan(self) -> None:
        for table in self._day.agents:
            self._at(milliseconds(table.from_minute), partial(self._sign_in, table))
            until = self._day.minutes if table.until_minute is None else table.until_minute
            self._at(milliseconds(until), partial(self._leave, table.person))
        for arrival in arrivals(self._day):
            self._at(arrival.at, partial(self._contact, arrival))

    def _at(self, due: int, act: Callable[[], None]) -> None:
        heapq.heappush(self._agenda, (due, next(self._order), act))

    def _now(self) -> int:
        """Milliseconds of the tenant's time since the beginning."""
        return round((self._tenant.now() - self._begin).total_seconds() * 1_000)

    def _do_what_is_due(self) -> None:
        now = self._now()
        while self._agenda and self._agenda[0][0] <= now and not self._stopped.is_set():
            self._try(heapq.heappop(self._agenda)[2])

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except Unreachable:
            raise
        except (ControlError, NotDone, NotSignedIn) as error:
            self._say(str(error))

    def _wait(self) -> bool:
        """Wait for what is next. False when the day is over."""
        if not self._agenda and not (self._duties - self._failed):
            return False
        clock = self._tenant.clock()
        dues = [self._begin.timestamp() + self._agenda[0][0] / 1_000] if self._agenda else []
        if self._moves and clock.next_deadline is not None:
            dues.append(clock.next_deadline.timestamp())
        left = max(0.0, min(dues, default=math.inf) - clock.now.timestamp())
        move = self._pace.wait(left)
        if math.isinf(move):
            return False
        if move > 0:
            self._tenant.advance(seconds=round(move, 3))
        return True

    def _look(self) -> None:
        """Take up what there is to do now."""
        entries = self._tenant.journal(after=self._seen)
        for entry in entries:
            self._seen = entry.seq
            if entry.name in ("AgentSignedIn", "AgentStateChanged"):
                self._states[entry.data["agent"]] = entry.data["state"]
            elif entry.name == "AgentSignedOut":
                self._states.pop(entry.data["agent"], None)
        self._notice_who_left()
        told = duties(self._tenant.conversations(), self._states, agents=self._agents.keys(), phones=self._phones)
        present = {duty for duty in told if duty.task is not Task.RETURN or duty.person not in self._leaving}
        for duty in sorted(present - self._duties, key=lambda each: (each.conversation, each.person, each.task)):
            self._take_up(duty)
        self._duties = present
        self._failed &= present
        for person in sorted(self._leaving - {duty.person for duty in present}):
            self._try(partial(self._sign_out, person))

    def _notice_who_left(self) -> None:
        for person, agent in list(self._agents.items()):
            while agent.refusals:
                self._say(f"{agent.person.name}: the product refused with {agent.refusals.pop(0)}.")
            if person not in self._states or not agent.present:
                self._say(f"{agent.person.name} is no longer signed in here, and is not played any more.")
                self._drop(person)

    def _take_up(self, duty: Duty) -> None:
        table = self._tables[duty.person]
        self._times[duty.person, duty.conversation, duty.task] += 1
        times = self._times[duty.person, duty.conversation, duty.task]
        drawn = chance(self._day.seed, self._about(duty.conversation), duty.person, duty.task, times)
        if duty.task is Task.ANSWER and isinstance(table, PlayedAgent) and drawn.random() >= table.answers:
            return
        self._at(self._now() + delay(getattr(table, _SPANS[duty.task]), drawn), partial(self._fulfil, duty))

    def _about(self, conversation: str) -> str:
        arrival = self._customers.get(conversation)
        return conversation if arrival is None else arrival.about

    def _fulfil(self, duty: Duty) -> None:
        """Do it, unless it is done or gone."""
        if duty not in self._duties:
            return
        try:
            self._act(duty)
        except (ControlError, NotDone) as error:
            self._failed.add(duty)
            raise type(error)(f"{self._tenant.people[duty.person].name} could not {duty.task}: {error}") from None

    def _act(self, duty: Duty) -> None:
        agent, conversation = self._agents.get(duty.person), duty.conversation
        match duty.task:
            case Task.ANSWER | Task.ANSWER_CONSULT if duty.channel == "voice":
                self._pick_up(duty)
            case Task.ANSWER if agent is not None:
                agent.accept(conversation)
                self.counts["answered"] += 1
            case Task.END if agent is not None:
                arrival = self._customers.get(conversation)
                hangs_up = 0.0 if arrival is None else arrival.table.hangs_up
                if chance(self._day.seed, self._about(conversation), "hangs up").random() < hangs_up:
                    self._tenant.customer_hangs_up(conversation)
                else:
                    agent.end(conversation)
            case Task.WRAP_UP if agent is not None:
                drawn = chance(self._day.seed, self._about(conversation), duty.person, "code")
                agent.wrap_up(conversation, drawn.choice(agent.wrap_up_codes))
            case Task.RETURN if agent is not None:
                agent.turn_available()

    def _pick_up(self, duty: Duty) -> None:
        for phone in self._tenant.phones():
            if phone.agent == duty.person and phone.rings is not None:
                self._tenant.answer_phone(phone.number)
                self.counts["answered"] += duty.person in self._agents and duty.task is Task.ANSWER

    def _contact(self, arrival: Arrival) -> None:
        table = arrival.table
        if table.writes is not None:
            id_ = self._tenant.customer_writes(queue=table.writes, customer=arrival.who)
        else:
            id_ = self._tenant.customer_calls(number=arrival.who, queue=table.calls, dials=table.dials)
        self._customers[id_] = arrival
        self.counts["contacts"] += 1
        if table.gives_up_after_seconds is not None:
            wait = delay(table.gives_up_after_seconds, chance(self._day.seed, arrival.about, "gives up"))
            self._at(arrival.at + wait, partial(self._give_up, id_))

    def _give_up(self, conversation: str) -> None:
        if any(each.id == conversation and each.state in _WAITING for each in self._tenant.conversations()):
            self._tenant.customer_hangs_up(conversation)

    def _sign_in(self, table: PlayedAgent) -> None:
        person = self._tenant.people[table.person]
        teams = {team["key"]: team["name"] for team in self._tenant.configuration()["teams"]}
        number = table.dial_number or table.extension or ""
        station = Station(
            number=number, extension=table.extension is not None, team=teams[table.team or person.teams[0]]
        )
        agent = Agent(self._tenant, person, station, happened=self._happened, certificate=self._certificate)
        self._agents[table.person] = agent
        agent.turn_available()
        self._say(f"{person.name} signs in at {number}.")

    def _leave(self, person: str) -> None:
        if person in self._agents:
            self._leaving.add(person)
            self._agents[person].turn_idle()

    def _sign_out(self, person: str) -> None:
        agent = self._agents[person]
        agent.sign_out()
        self._drop(person)
        self._tenant.wait_for("Disconnected", after=self._seen, agent=person)
        self._say(f"{agent.person.name} signs out.")

    def _drop(self, person: str) -> None:
        self._leaving.discard(person)
        self._agents.pop(person).close()

    def _watch(self, name: str, person: str) -> None:
        """Tell of each offer to somebody whose phone alone is played."""
        after = 0
        while not self._stopped.is_set():
            try:
                after = self._tenant.wait_for(name, after=after, timeout_seconds=_WATCH_SECONDS, agent=person).seq
                self._happened.set()
            except FactNotSeen:
                continue
            except ControlError:
                return
