"""What an administrator configures beside people: sites, teams, layouts, codes, queues, numbers (DOMAIN 3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from deskproof.simulator.domain.values import entity_id


class WorkType(StrEnum):
    """What an auxiliary code is about: why an agent is idle, or how a contact ended."""

    IDLE = "IDLE_CODE"
    WRAP_UP = "WRAP_UP_CODE"


class Channel(StrEnum):
    """How a customer reaches the contact centre. All but voice are digital: accepted in the desktop, at any station."""

    VOICE = "voice"
    CHAT = "chat"
    EMAIL = "email"
    SOCIAL = "social"


CHANNELS: Mapping[str, Channel] = {
    "TELEPHONY": Channel.VOICE,
    "CHAT": Channel.CHAT,
    "EMAIL": Channel.EMAIL,
    "SOCIAL_CHANNEL": Channel.SOCIAL,
}
"""The channel of a queue, by the name that administrators give it."""


@dataclass(frozen=True, kw_only=True)
class Keyed:
    """An entity with its own key; its id on the wire is made from `kind` and key."""

    kind: ClassVar[str]

    key: str

    @property
    def id(self) -> str:
        """The id on the wire; equal in every tenant for an equal kind and key."""
        return entity_id(self.kind, self.key)


@dataclass(frozen=True, kw_only=True)
class Named(Keyed):
    """An entity with a key, shown by its name."""

    name: str


@dataclass(frozen=True, kw_only=True)
class Site(Named):
    """A place; teams and people belong to one."""

    kind = "site"


@dataclass(frozen=True, kw_only=True)
class Team(Named):
    """A team an agent can sign in to (AD-076); its layout decides what the desktop looks like (AD-001)."""

    kind = "team"

    site: str = "main"
    layout: str | None = None


@dataclass(frozen=True, kw_only=True)
class Layout(Named):
    """A desktop layout. `document` is the vendor's JSON as the administrator uploaded it, unchecked: the desktop
    checks it when it reads it (AD-001).
    """

    kind = "desktop-layout"

    document: str
    description: str = ""


@dataclass(frozen=True, kw_only=True)
class AuxiliaryCode(Named):
    """An idle or wrap-up code. The default idle code is the state after station sign-in (PROTOCOL 4.1)."""

    kind = "auxiliary-code"

    work: WorkType
    default: bool = False
    system: bool = False


@dataclass(frozen=True, kw_only=True)
class SkillProfile(Named):
    """The skills of an agent, for organisations that route by skill (AD-090)."""

    kind = "skill-profile"


@dataclass(frozen=True, kw_only=True)
class Queue(Named):
    """A contact service queue, served by the agents of its teams; by everybody when it names none. What agents transfer
    or consult to it rings at the number that it `leads_to`, if any; customers who call it wait for agents as ever.
    """

    kind = "queue"

    channel: str = "TELEPHONY"
    teams: tuple[str, ...] = ()
    permit_monitoring: bool = True
    screen_pop: str | None = None
    """The address of the page that is popped for the agent who answers a contact; None for no screen pop."""
    leads_to: str | None = None


@dataclass(frozen=True, kw_only=True)
class EntryPoint(Named):
    """Where contacts come in or go out. Who calls its number comes to its queue."""

    kind = "entry-point"

    channel: str = "TELEPHONY"
    number: str | None = None
    queue: str | None = None


@dataclass(frozen=True, kw_only=True)
class AddressBookEntry(Named):
    """A name and number in the tenant's address book."""

    kind = "address-book-entry"

    number: str


@dataclass(frozen=True, kw_only=True)
class OutdialNumber(Named):
    """A number that callees may be shown (outdial ANI)."""

    kind = "outdial-number"

    number: str
