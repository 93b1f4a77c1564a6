"""Refusals of the product. Any other exception is a bug."""

from __future__ import annotations

from enum import StrEnum

from deskproof.simulator.domain.events import Event


class Reason(StrEnum):
    """Why the product refuses, as the journal names it; the wire has its own names (`wire/kernel/errors.py`)."""

    UNKNOWN_PERSON = "UNKNOWN_PERSON"
    WRONG_PASSWORD = "WRONG_PASSWORD"  # noqa: S105  a code, not a password
    ACCOUNT_LOCKED = "ACCOUNT_LOCKED"
    WEAK_PASSWORD = "WEAK_PASSWORD"  # noqa: S105
    MALFORMED_CODE = "MALFORMED_CODE"
    WRONG_CODE = "WRONG_CODE"
    CODE_EXPIRED = "CODE_EXPIRED"
    CODE_SPENT = "CODE_SPENT"
    NO_RECOVERY = "NO_RECOVERY"
    NO_TEAMS_ACCESS = "NO_TEAMS_ACCESS"
    NO_CONTACT_CENTRE = "NO_CONTACT_CENTRE"
    PERSON_INACTIVE = "PERSON_INACTIVE"
    PROFILE_INACTIVE = "PROFILE_INACTIVE"
    NO_SKILL_PROFILE = "NO_SKILL_PROFILE"
    NO_TEAM = "NO_TEAM"
    UNKNOWN_PROFILE = "UNKNOWN_PROFILE"
    NOT_SIGNED_IN = "NOT_SIGNED_IN"
    ALREADY_SIGNED_IN = "ALREADY_SIGNED_IN"
    UNKNOWN_CONNECTION = "UNKNOWN_CONNECTION"
    CONNECTED_ELSEWHERE = "CONNECTED_ELSEWHERE"
    INVALID_NUMBER = "INVALID_NUMBER"
    INVALID_EXTENSION = "INVALID_EXTENSION"
    NUMBER_NOT_REGISTERED = "NUMBER_NOT_REGISTERED"
    NUMBER_RESTRICTED = "NUMBER_RESTRICTED"
    NUMBER_TAKEN = "NUMBER_TAKEN"
    OPTION_NOT_PROVISIONED = "OPTION_NOT_PROVISIONED"
    NOT_SUPERVISED = "NOT_SUPERVISED"
    ROLE_NOT_ASSIGNED = "ROLE_NOT_ASSIGNED"
    TEAM_NOT_ASSIGNED = "TEAM_NOT_ASSIGNED"
    UNKNOWN_IDLE_CODE = "UNKNOWN_IDLE_CODE"
    STATE_NOT_ALLOWED = "STATE_NOT_ALLOWED"
    CONVERSATION_ACTIVE = "CONVERSATION_ACTIVE"
    MONITORING_ONGOING = "MONITORING_ONGOING"
    UNKNOWN_CONVERSATION = "UNKNOWN_CONVERSATION"
    CONVERSATION_STATE = "CONVERSATION_STATE"
    NOT_DIGITAL = "NOT_DIGITAL"
    NOT_A_CALL = "NOT_A_CALL"
    NOT_OWNER = "NOT_OWNER"
    NOT_RECORDED = "NOT_RECORDED"
    UNKNOWN_DESTINATION = "UNKNOWN_DESTINATION"
    AGENT_NOT_AVAILABLE = "AGENT_NOT_AVAILABLE"
    CONSULT_STATE = "CONSULT_STATE"
    NO_CONFERENCE = "NO_CONFERENCE"
    UNKNOWN_PARTICIPANT = "UNKNOWN_PARTICIPANT"
    UNKNOWN_ENTRY_POINT = "UNKNOWN_ENTRY_POINT"
    UNKNOWN_CALLER_ID = "UNKNOWN_CALLER_ID"
    UNKNOWN_QUEUE = "UNKNOWN_QUEUE"
    UNKNOWN_WRAP_UP_CODE = "UNKNOWN_WRAP_UP_CODE"
    UNKNOWN_MONITORING = "UNKNOWN_MONITORING"
    MONITORING_STATE = "MONITORING_STATE"
    MONITORING_NOT_PERMITTED = "MONITORING_NOT_PERMITTED"
    NO_SUBSCRIPTION = "NO_SUBSCRIPTION"
    TOO_MANY_SUBSCRIPTIONS = "TOO_MANY_SUBSCRIPTIONS"
    NOTHING_RINGS = "NOTHING_RINGS"


class Rejection(Exception):
    """A refusal with its reason, one sentence for people, and the field at fault when there is one.

    A refusal can have events (a wrong password is counted); they have been applied when the caller gets the refusal.
    """

    def __init__(
        self, reason: Reason, message: str, *, field: str | None = None, events: tuple[Event, ...] = ()
    ) -> None:
        super().__init__(message)
        self.reason = reason
        self.message = message
        self.field = field
        self.events = events
