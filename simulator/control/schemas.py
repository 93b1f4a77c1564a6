"""The requests and responses of the control plane as pydantic models, from which OpenAPI is generated."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, StrictFloat, StrictInt, StrictStr
from pydantic.alias_generators import to_camel

from deskproof.simulator.domain.accounts.model import account_of
from deskproof.simulator.domain.values import LONGEST_SPAN_MINUTES, Instant
from deskproof.simulator.runtime.alteration import PATH
from deskproof.simulator.runtime.clock import Clock, showable
from deskproof.simulator.runtime.faults import ANYTHING, Fault, FaultKind
from deskproof.simulator.runtime.journal import Entry, EntryKind
from deskproof.simulator.runtime.mailbox import Mail
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.runtime.traffic import Line

LONGEST_WAIT_SECONDS = 60
LOWEST_STATUS = 200
LOWEST_ERROR = 400
HIGHEST_ERROR = 599
LONGEST_ADVANCE_SECONDS = LONGEST_SPAN_MINUTES * 60


def instant_text(instant: Instant) -> str:
    """An instant as ISO 8601 in UTC with milliseconds, such as `2026-01-15T09:00:00.000Z`."""
    at = datetime.fromtimestamp(instant / 1_000, tz=UTC)
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def instant_of(text: str) -> Instant:
    """The instant an ISO 8601 text with its zone means. Raises ValueError with what was expected."""
    expected = "expected an instant with its zone, such as 2026-01-15T09:00:00Z"
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(expected) from None
    if at.tzinfo is None:
        raise ValueError(expected)
    return showable(round(at.timestamp() * 1_000))


def _is_instant(text: str) -> str:
    instant_of(text)
    return text


Path = Annotated[StrictStr, Field(pattern=PATH)]


class Schema(BaseModel):
    """Root of all requests and responses."""

    model_config = ConfigDict(alias_generator=to_camel, extra="forbid", populate_by_name=True)


class ClockRequest(Schema):
    """`{"real": true}` runs with real time; `{"frozenAt": "2026-01-15T09:00:00Z"}` is frozen until it is moved."""

    real: StrictBool = False
    frozen_at: Annotated[StrictStr, AfterValidator(_is_instant)] | None = None


class TenantRequest(Schema):
    """What a new tenant starts with. `changes` is a patch, as for PATCH configuration."""

    blueprint: StrictStr = "standard"
    changes: dict[str, Any] = Field(default_factory=dict)
    clock: ClockRequest = Field(default_factory=lambda: ClockRequest(real=True))
    seed: StrictInt = Field(default=1, description="determines passwords and confirmation codes")
    expires_after_minutes: StrictInt | None = Field(
        default=None,
        ge=1,
        le=LONGEST_SPAN_MINUTES,
        description="real minutes without a request or an open notification socket after which it closes; null: never",
    )


class FactRequest(Schema):
    """The journal entry to wait for: its name and these parts of its data (looked up there and one level down)."""

    name: StrictStr
    after: StrictInt = Field(default=0, ge=0)
    parts: dict[str, Any] = Field(default_factory=dict)
    timeout_seconds: float = Field(default=10, gt=0, le=LONGEST_WAIT_SECONDS)


class AdvanceRequest(Schema):
    seconds: float = Field(
        ge=0, le=LONGEST_ADVANCE_SECONDS, description="tenant time; deadlines in between run in order"
    )


class FaultRequest(Schema):
    """A fault at `where`, one of the names under `/faults/places`. Of the occasions that fit, the first `after` pass;
    then it fires `times` times, on each occasion with `probability`.

    An answer or a frame that reads otherwise has each value of `set` at its path, and nothing at the paths of `remove`.
    A path is the names of members and the numbers of items, joined by dots; `*` is every member or item.
    """

    kind: FaultKind
    where: StrictStr = ANYTHING
    times: StrictInt | None = Field(default=1, ge=1, description="how often it fires; null: on every occasion")
    after: StrictInt = Field(default=0, ge=0, description="occasions that pass before it first fires")
    probability: StrictFloat | StrictInt = Field(
        default=1.0, gt=0, le=1, description="of firing on an occasion; drawn with the tenant's seed"
    )
    seconds: StrictInt = Field(
        default=0,
        ge=0,
        le=LONGEST_ADVANCE_SECONDS,
        description="how late an answer is, or how long a cut lasts (0: until cleared)",
    )
    seconds_max: StrictInt | None = Field(
        default=None,
        ge=0,
        le=LONGEST_ADVANCE_SECONDS,
        description="an answer is late by a draw between seconds and this",
    )
    status: StrictInt | None = Field(
        default=None,
        ge=LOWEST_STATUS,
        le=HIGHEST_ERROR,
        description="the HTTP status of an error (400 to 599, by default 500), or of an answer that reads otherwise",
    )
    set: dict[Path, Any] = Field(default_factory=dict, description='such as {"data.0.name": "Returns"}')
    remove: list[Path] = Field(default_factory=list, description='such as ["data.*.siteId"]')


class ErrorResponse(BaseModel):
    """The shape of every refusal."""

    error: str = Field(description="one sentence: what was seen, what was expected, what to do")


class ClockResponse(Schema):
    now: str
    frozen: bool
    next_deadline: str | None
    moved: bool = Field(default=False, description="whether this request moved it")

    @classmethod
    def of(cls, tenancy: Tenancy, *, moved: bool = False) -> ClockResponse:
        clock: Clock = tenancy.clock
        due = tenancy.next_deadline()
        return cls(
            now=instant_text(clock.now()),
            frozen=clock.is_frozen,
            next_deadline=None if due is None else instant_text(due),
            moved=moved,
        )


class PersonResponse(Schema):
    key: str
    name: str
    email: str
    password: str = Field(description="the current password: of the configuration, or chosen since")
    teams_password: str | None = Field(description="of the Microsoft Teams account; null where there is none")
    agent_id: str
    roles: list[str]
    teams: list[str]


class PeopleResponse(Schema):
    people: list[PersonResponse]

    @classmethod
    def of(cls, tenancy: Tenancy) -> PeopleResponse:
        return cls(people=people_of(tenancy))


class TenantResponse(Schema):
    id: str
    org_id: str
    desktop_url: str
    identity_url: str
    teams_url: str
    clock: ClockResponse
    people: list[PersonResponse]

    @classmethod
    def of(cls, tenancy: Tenancy) -> TenantResponse:
        return cls(
            id=tenancy.id,
            org_id=tenancy.org_id,
            desktop_url=tenancy.origins.desktop,
            identity_url=tenancy.origins.identity,
            teams_url=tenancy.origins.teams,
            clock=ClockResponse.of(tenancy),
            people=people_of(tenancy),
        )


class TenantsResponse(Schema):
    tenants: list[TenantResponse]


class ChangeResponse(Schema):
    changed: list[str] = Field(description="a description of each change; passwords masked")
    people: list[PersonResponse]


class MailResponse(Schema):
    at: str
    to: str
    subject: str
    text: str
    code: str | None

    @classmethod
    def of(cls, mail: Mail) -> MailResponse:
        return cls(at=instant_text(mail.at), to=mail.to, subject=mail.subject, text=mail.text, code=mail.code)


class MailboxResponse(Schema):
    mails: list[MailResponse]


class EntryResponse(Schema):
    seq: int
    at: str
    kind: Literal["command", "event", "rejection", "fault"]
    name: str
    cause: str
    data: dict[str, Any]

    @classmethod
    def of(cls, entry: Entry) -> EntryResponse:
        return cls(
            seq=entry.seq, at=instant_text(entry.at), kind=entry.kind.value, name=entry.name, cause=entry.cause,
            data=dict(entry.data),
        )  # fmt: skip


class JournalResponse(Schema):
    entries: list[EntryResponse]
    now: str = Field(description="the instant of the tenant's clock")


class LineResponse(Schema):
    seq: int
    at: str
    way: str
    name: str
    path: str
    method: str
    status: int | None
    verdict: str
    detail: str

    @classmethod
    def of(cls, line: Line) -> LineResponse:
        return cls(
            seq=line.seq, at=instant_text(line.at), way=line.way, name=line.name, path=line.path, method=line.method,
            status=line.status, verdict=line.verdict.value, detail=line.detail,
        )  # fmt: skip


class TrafficResponse(Schema):
    lines: list[LineResponse]


class FaultResponse(Schema):
    id: str
    kind: FaultKind
    where: str
    times: int | None
    after: int
    probability: float
    occasions: int
    fired: int
    seconds: int
    seconds_max: int | None
    status: int | None
    set: dict[str, Any]
    remove: list[str]
    cleared: bool

    @classmethod
    def of(cls, fault: Fault) -> FaultResponse:
        return cls(
            id=fault.id, kind=fault.kind, where=fault.where, times=fault.times, after=fault.after,
            probability=fault.probability, occasions=fault.occasions, fired=fault.fired, seconds=fault.seconds,
            seconds_max=fault.seconds_max, status=fault.status, set=dict(fault.alteration.set),
            remove=list(fault.alteration.remove), cleared=fault.cleared,
        )  # fmt: skip


class FaultsResponse(Schema):
    faults: list[FaultResponse]


class FactResponse(Schema):
    """A fact: its name in the journal, the kind of its entries, and the parts that its data can have."""

    name: str
    kind: EntryKind
    parts: list[str]


class FactsResponse(Schema):
    facts: list[FactResponse]


class FaultPlacesResponse(Schema):
    """The names at which faults act, besides `*`: faults of requests at `requests` and `people`, faults of frames at
    `frames`, faults of connections at `people`. A cut acts on requests and on connections.
    """

    requests: list[str]
    frames: list[str]
    people: list[str]


def people_of(tenancy: Tenancy) -> list[PersonResponse]:
    """The tenant's people with their current passwords."""
    accounts = tenancy.state.accounts
    return [
        PersonResponse(
            key=person.key,
            name=person.name,
            email=person.email,
            password=(account_of(accounts, person.email).password or person.password).reveal(),
            teams_password=None if person.teams_password is None else person.teams_password.reveal(),
            agent_id=person.agent_id,
            roles=[role.value for role in person.roles],
            teams=list(person.teams),
        )
        for person in tenancy.configuration.people
    ]
