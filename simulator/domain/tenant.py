"""A tenant as one aggregate, which only `handle(command, now) -> events` changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from deskproof.simulator.domain import commands, microsoft_teams
from deskproof.simulator.domain.accounts import rules as accounts
from deskproof.simulator.domain.accounts.model import Accounts
from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.configuration import Configuration
from deskproof.simulator.domain.conversations import campaigns, consulting, phones, routing
from deskproof.simulator.domain.conversations import rules as conversations
from deskproof.simulator.domain.events import ConfigurationChanged, Event
from deskproof.simulator.domain.monitoring import rules as monitoring
from deskproof.simulator.domain.rejection import Rejection
from deskproof.simulator.domain.sessions import rules as sessions
from deskproof.simulator.domain.state import TenantState
from deskproof.simulator.domain.subscriptions import rules as subscriptions
from deskproof.simulator.domain.values import Instant

Decide = Callable[[TenantState, Any, Instant], tuple[Event, ...]]
"""The decision on a command: state, command and instant in, events out; the table has one for each type."""


def _with_accounts(decide: Callable[[Configuration, Accounts, Any, Instant], tuple[Event, ...]]) -> Decide:
    return lambda state, command, now: decide(state.configuration, state.accounts, command, now)


def _change_configuration(state: TenantState, command: commands.ChangeConfiguration, now: Instant) -> tuple[Event, ...]:
    return (ConfigurationChanged(configuration=command.configuration, changed=command.changed),)


def _wake(state: TenantState, command: commands.Wake, now: Instant) -> tuple[Event, ...]:
    return (*conversations.wake(state, command, now), *sessions.wake(state, command, now))


DECISIONS: Mapping[type[Command], Decide] = {
    commands.ChangeConfiguration: _change_configuration,
    commands.EnterPassword: _with_accounts(accounts.enter_password),
    commands.SendRecoveryCode: _with_accounts(accounts.send_recovery_code),
    commands.EnterRecoveryCode: _with_accounts(accounts.enter_recovery_code),
    commands.ChooseNewPassword: _with_accounts(accounts.choose_new_password),
    commands.EnterTeamsPassword: microsoft_teams.enter_password,
    commands.CancelTeamsSignIn: microsoft_teams.cancel_sign_in,
    commands.SignInTeams: microsoft_teams.sign_in,
    commands.Subscribe: sessions.subscribe,
    commands.Connect: sessions.connect,
    commands.Disconnect: sessions.disconnect,
    commands.ReloadSession: sessions.reload_session,
    commands.SignInStation: sessions.sign_in_station,
    commands.ChangeAgentState: sessions.change_agent_state,
    commands.SignOutStation: sessions.sign_out_station,
    commands.CustomerCalls: conversations.customer_calls,
    commands.CustomerWrites: conversations.customer_writes,
    commands.CustomerHangsUp: conversations.customer_hangs_up,
    commands.SetPhone: phones.set_phone,
    commands.AnswerPhone: phones.answer_phone,
    commands.DeclinePhone: phones.decline_phone,
    commands.HangUpPhone: phones.hang_up_phone,
    commands.AssignConversation: conversations.assign_conversation,
    commands.AcceptConversation: conversations.accept_conversation,
    commands.AnswerConversation: conversations.answer_conversation,
    commands.DeclineConversation: phones.decline_conversation,
    commands.HoldConversation: conversations.hold_conversation,
    commands.ResumeConversation: conversations.resume_conversation,
    commands.EndConversation: conversations.end_conversation,
    commands.WrapUpConversation: conversations.wrap_up_conversation,
    commands.PauseRecording: conversations.pause_recording,
    commands.ResumeRecording: conversations.resume_recording,
    commands.StartConsult: consulting.start_consult,
    commands.AnswerConsult: consulting.answer_consult,
    commands.EndConsult: consulting.end_consult,
    commands.TransferConversation: consulting.transfer_conversation,
    commands.TransferConsulted: consulting.transfer_consulted,
    commands.StartConference: consulting.start_conference,
    commands.LeaveConference: consulting.leave_conference,
    commands.DropFromConference: conversations.drop_from_conference,
    commands.DialOut: conversations.dial_out,
    commands.OfferPreview: campaigns.offer_preview,
    commands.AcceptPreview: campaigns.accept_preview,
    commands.SkipPreview: campaigns.skip_preview,
    commands.RemovePreview: campaigns.remove_preview,
    commands.StartMonitoring: monitoring.start_monitoring,
    commands.AnswerMonitoring: monitoring.answer_monitoring,
    commands.PauseMonitoring: monitoring.pause_monitoring,
    commands.ResumeMonitoring: monitoring.resume_monitoring,
    commands.EndMonitoring: monitoring.end_monitoring,
    commands.WhisperToAgent: monitoring.whisper_to_agent,
    commands.BargeIn: monitoring.barge_in,
    commands.TakeOverConversation: consulting.take_over,
    commands.WithdrawMonitoring: monitoring.withdraw_monitoring,
    commands.RegisterSubscription: subscriptions.register_subscription,
    commands.ChangeSubscription: subscriptions.change_subscription,
    commands.DeleteSubscription: subscriptions.delete_subscription,
    commands.Wake: _wake,
}


class Tenant:
    """The one object whose state changes, by the one method `handle`."""

    def __init__(self, configuration: Configuration) -> None:
        self._state = TenantState(configuration=configuration)

    @property
    def state(self) -> TenantState:
        """The present state, a value."""
        return self._state

    def handle(self, command: Command, now: Instant) -> tuple[Event, ...]:
        """Carry out a command at an instant; the events it caused, in order, already applied.

        Rejection where it is refused; the events that the rejection carries have been applied, and no others.
        """
        try:
            events = DECISIONS[type(command)](self._state, command, now)
        except Rejection as refusal:
            self._apply(refusal.events)
            raise
        self._apply(events)
        while offered := routing.route(self._state, now):
            self._apply(offered)
            events = (*events, *offered)
        return events

    def next_deadline(self) -> Instant | None:
        """The next instant at which `Wake` has something to do; None where there is none."""
        return min((*sessions.deadlines(self._state), *routing.deadlines(self._state)), default=None)

    def _apply(self, events: tuple[Event, ...]) -> None:
        for event in events:
            self._state = evolve(self._state, event)


def evolve(state: TenantState, event: Event) -> TenantState:
    """The state after an event."""
    if isinstance(event, ConfigurationChanged):
        known = accounts.after_administrator(state.accounts, state.configuration, event.configuration)
        return replace(state, configuration=event.configuration, accounts=known)
    return replace(
        state,
        accounts=accounts.evolve(state.accounts, event),
        agents=sessions.evolve(state.agents, event),
        floor=conversations.evolve(state.floor, event),
        subscriptions=subscriptions.evolve(state.subscriptions, event),
    )
