"""The operations that the vendor publishes for agents, tasks, monitoring, subscriptions and search, and which of them
the simulator answers.

Each is answered by an operation of the catalogue, at its published address and at the gateway's, or refused by its
name with a reason. docs/published.md is written from this table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

SOURCE = "webex/webex-openapi-specs, public-spec/webex-contact-center.json"
"""The vendor's own description of its API, in OpenAPI."""
ON = "2026-05-19"
"""The date of the description that the table was read from."""


class Group(StrEnum):
    """The vendor's groups of operations."""

    AGENTS = "Agents"
    TASKS = "Tasks"
    MONITORING = "Call Monitoring"
    SUBSCRIPTIONS = "Subscriptions"
    SEARCH = "Search"


@dataclass(frozen=True, kw_only=True)
class Published:
    """One published operation. `by` is the name of the operation of the catalogue that answers it; without one, it is
    refused, and `why` is the sentence that says why.
    """

    group: Group
    title: str
    method: str
    path: str
    by: str = ""
    why: str = ""

    @property
    def label(self) -> str:
        """The operation by name and address."""
        return f"{self.title} ({self.method} {self.path})"


def _of(group: Group, *rows: tuple[str, str, str, str]) -> Iterator[Published]:
    for title, method, path, by in rows:
        yield Published(group=group, title=title, method=method, path=path, by=by)


def _refused(group: Group, title: str, method: str, path: str, why: str) -> Published:
    return Published(group=group, title=title, method=method, path=path, why=why)


_TASK = "/v1/tasks/{taskId}"
_PREVIEW = "/v1/dialer/campaign/{campaignId}/preview-task/{taskId}"
_MONITOR = "/v1/monitor/{taskId}"

PUBLISHED: tuple[Published, ...] = (
    *_of(
        Group.AGENTS,
        ("Login", "POST", "/v1/agents/login", "station login"),
        ("Logout", "PUT", "/v1/agents/logout", "logout"),
        ("State Change", "PUT", "/v1/agents/session/state", "state change"),
        ("Reload", "POST", "/v1/agents/reload", "reload"),
        ("Buddy Agents List", "POST", "/v1/agents/buddyList", "buddy list"),
        ("Get Agent Activities", "GET", "/v1/agents/activities", "agent activities"),
        ("Get Agent Statistics", "GET", "/v1/agents/statistics", "agent statistics"),
    ),
    *_of(
        Group.TASKS,
        ("Create Task", "POST", "/v1/tasks", "create task"),
        ("Get Tasks", "GET", "/v1/tasks", "tasks"),
        ("Accept Task", "POST", f"{_TASK}/accept", "accept task"),
        ("Assign Task", "POST", f"{_TASK}/assign", "assign task"),
        ("Reject Task", "POST", f"{_TASK}/reject", "reject task"),
        ("End Task", "POST", f"{_TASK}/end", "end"),
        ("Wrap Up Task", "POST", f"{_TASK}/wrapup", "wrapup"),
        ("Hold Task", "POST", f"{_TASK}/hold", "hold"),
        ("Resume Task", "POST", f"{_TASK}/unhold", "unhold"),
        ("Pause Recording Task", "POST", f"{_TASK}/record/pause", "pause recording"),
        ("Resume Recording Task", "POST", f"{_TASK}/record/resume", "resume recording"),
        ("Transfer Task", "POST", f"{_TASK}/transfer", "transfer"),
        ("Consult Task", "POST", f"{_TASK}/consult", "consult"),
        ("Consult Accept Task", "POST", f"{_TASK}/consult/accept", "accept consult"),
        ("Consult End Task", "POST", f"{_TASK}/consult/end", "end consult"),
        ("Consult Transfer Task", "POST", f"{_TASK}/consult/transfer", "consult transfer"),
        ("Consult Conference Task", "POST", f"{_TASK}/consult/conference", "conference"),
        ("Exit Conference Task", "POST", f"{_TASK}/conference/exit", "exit conference"),
        ("Accept Preview Task", "POST", f"{_PREVIEW}/accept", "accept preview"),
        ("Skip Preview Task", "POST", f"{_PREVIEW}/skip", "skip preview"),
        ("Remove Preview Task", "POST", f"{_PREVIEW}/remove", "remove preview"),
    ),
    _refused(
        Group.TASKS, "Update Task", "PATCH", _TASK,
        "A conversation has no attributes that a client could set.",
    ),
    *_of(
        Group.MONITORING,
        ("Create Monitoring Request", "POST", "/v1/monitor", "monitor"),
        ("Fetch Monitoring Sessions", "GET", "/v1/monitor/sessions", "monitoring sessions"),
        ("Hold Monitoring Request", "POST", f"{_MONITOR}/hold", "monitor hold"),
        ("Unhold Monitoring Request", "POST", f"{_MONITOR}/unhold", "monitor unhold"),
        ("BargeIn Request", "POST", f"{_MONITOR}/bargeIn", "monitor barge in"),
        ("End Monitoring Request", "POST", f"{_MONITOR}/end", "monitor end"),
        ("Delete Monitoring Request", "DELETE", "/v1/monitor/{requestId}", "monitor delete"),
    ),
    *_of(
        Group.SUBSCRIPTIONS,
        ("List Event Types", "GET", "/v1/event-types", "event types"),
        ("List Subscriptions", "GET", "/v1/subscriptions", "subscriptions"),
        ("Register Subscription", "POST", "/v1/subscriptions", "register subscription"),
        ("Get Subscription", "GET", "/v1/subscriptions/{id}", "subscription"),
        ("Update Subscription", "PATCH", "/v1/subscriptions/{id}", "change subscription"),
        ("Delete Subscription", "DELETE", "/v1/subscriptions/{id}", "delete subscription"),
    ),
    *_of(
        Group.SUBSCRIPTIONS,
        ("List Event Types", "GET", "/v2/event-types", "versioned event types"),
        ("List Subscriptions", "GET", "/v2/subscriptions", "versioned subscriptions"),
        ("Register Subscription", "POST", "/v2/subscriptions", "register versioned subscription"),
        ("Get Subscription", "GET", "/v2/subscriptions/{id}", "versioned subscription"),
        ("Update Subscription", "PATCH", "/v2/subscriptions/{id}", "change versioned subscription"),
        ("Delete Subscription", "DELETE", "/v2/subscriptions/{id}", "delete versioned subscription"),
    ),
    *_of(Group.SEARCH, ("Search tasks", "POST", "/search", "search")),
)  # fmt: skip
