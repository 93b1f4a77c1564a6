"""The fields of tasks and of agents' sessions by the vendor's names: what can be asked for, and with which filter.

A field is a kind of value, or has fields of its own; a list of such is a tuple of one table.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

Table: TypeAlias = "Mapping[str, str | Table | tuple[Table]]"

NAMED: Table = {"id": "String", "name": "String"}

TASK: Table = {
    "id": "String",
    "status": "String",
    "channelType": "ChannelType",
    "direction": "String",
    "origin": "String",
    "destination": "String",
    "createdTime": "Long",
    "endedTime": "Long",
    "isActive": "Boolean",
    "isCampaign": "Boolean",
    "terminatingEnd": "String",
    "totalDuration": "Long",
    "ringingDuration": "Long",
    "connectedDuration": "Long",
    "holdDuration": "Long",
    "wrapupDuration": "Long",
    "lastWrapUpCodeId": "String",
    "lastWrapupCodeName": "String",
    "owner": NAMED,
    "lastQueue": NAMED,
    "lastTeam": NAMED,
    "lastSite": NAMED,
    "lastAgent": {**NAMED, "signInId": "String", "sessionId": "String", "phoneNumber": "String"},
}

ACTIVITY: Table = {
    "id": "String",
    "state": "String",
    "startTime": "Long",
    "endTime": "Long",
    "duration": "Long",
    "taskId": "String",
    "isCurrentActivity": "Boolean",
    "isLoginActivity": "Boolean",
    "idleCode": NAMED,
    "queue": NAMED,
    "wrapupCode": NAMED,
}

CHANNEL: Table = {
    "channelId": "String",
    "channelType": "ChannelType",
    "agentPhoneNumber": "String",
    "currentState": "String",
    "totalDuration": "Long",
    "idleCount": "Int",
    "idleDuration": "Long",
    "availableCount": "Int",
    "availableDuration": "Long",
    "notRespondedCount": "Int",
    "notRespondedDuration": "Long",
    "ringingCount": "Int",
    "ringingDuration": "Long",
    "connectedCount": "Int",
    "connectedDuration": "Long",
    "holdCount": "Int",
    "holdDuration": "Long",
    "wrapupCount": "Int",
    "wrapupDuration": "Long",
}

_OF_SESSION: Table = {
    "agentSessionId": "String",
    "agentId": "String",
    "agentName": "String",
    "userLoginId": "String",
    "teamId": "String",
    "teamName": "String",
    "siteId": "String",
    "siteName": "String",
    "startTime": "Long",
    "endTime": "Long",
    "isActive": "Boolean",
    "state": "String",
}

SESSION: Table = {**_OF_SESSION, "channelInfo": ({**CHANNEL, "activities": {"nodes": (ACTIVITY,)}},)}

TASK_FILTER: Table = {name: kind for name, kind in TASK.items() if name != "createdTime"}
SESSION_FILTER: Table = {**_OF_SESSION, "channelInfo": (CHANNEL,)}
ACTIVITY_FILTER: Table = {
    "channelInfo": (
        {"activities": {"nodes": ({name: kind for name, kind in ACTIVITY.items() if not name.endswith("Time")},)}},
    )
}
"""What `extFilter` takes. Times of tasks and activities are in no filter; `from` and `to` are for them."""

NUMBERS = ("Int", "Long")
"""The kinds of which a sum is taken."""
