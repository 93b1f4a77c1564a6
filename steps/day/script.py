"""The script of a day: what its file may say, and whether it fits a tenant (docs/day.md is made from this).

Rule: reading is strict. What is wrong is one sentence that names the key, what was seen and what was wanted.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

Json: TypeAlias = Any

LONGEST_MINUTES = 1_440
LONGEST_SECONDS = 86_400
MOST_PER_MINUTE = 600
FASTEST = "fastest"


class ScriptError(ValueError):
    """The script cannot be used; the message says what was seen, what was wanted and what to do."""


def _span(value: object) -> object:
    """A number as the range from itself to itself."""
    both = value if isinstance(value, list) else [value, value]
    numbers = [each for each in both if isinstance(each, int | float) and not isinstance(each, bool)]
    if len(both) != 2 or len(numbers) != 2 or not 0 <= numbers[0] <= numbers[1] <= LONGEST_SECONDS:
        raise ValueError
    return (float(numbers[0]), float(numbers[1]))


Span = Annotated[tuple[float, float], BeforeValidator(_span)]
Minute = Annotated[float, Field(ge=0, le=LONGEST_MINUTES)]
Share = Annotated[float, Field(ge=0, le=1)]
Text = Annotated[str, Field(pattern=r"\S")]

_SPAN = f"a number of seconds up to {LONGEST_SECONDS}, or the least and the most, such as [2, 6]"
_MINUTE = f"a number of minutes from 0 to {LONGEST_MINUTES}"
_SHARE = "a number from 0 (never) to 1 (always)"
_TEXT = "a text in quotation marks"


def _key(wanted: str, says: str, default: Any = ...) -> Any:
    return Field(default, description=says, json_schema_extra={"wanted": wanted})


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class PlayedAgent(_Table):
    """`[[agents]]`: somebody who signs in to a station and handles contacts."""

    person: Text = _key(_TEXT, "The key of the person, such as `bo`.")
    team: Text | None = _key(_TEXT, "The key of the team; by default the person's first.", None)
    dial_number: Text | None = _key(_TEXT, "The number of the station, with its country code.", None)
    extension: Text | None = _key(_TEXT, "The extension of the station, instead of a number.", None)
    from_minute: Minute = _key(_MINUTE, "When the agent signs in, in minutes from the beginning.", 0.0)
    until_minute: Minute | None = _key(
        _MINUTE, "When the agent takes no more contacts, and signs out after the present one; by default the end.", None
    )
    answers: Share = _key(_SHARE, "The share of offers that the agent answers; the others go unanswered.", 1.0)
    answers_in_seconds: Span = _key(_SPAN, "How long an offer waits for the agent.", (2.0, 6.0))
    talks_for_seconds: Span = _key(_SPAN, "How long a contact lasts once it is answered.", (30.0, 120.0))
    wraps_up_in_seconds: Span = _key(_SPAN, "How long wrap-up lasts.", (5.0, 20.0))
    returns_in_seconds: Span = _key(
        _SPAN, "How long after an unanswered offer the agent goes Available again.", (5.0, 20.0)
    )


class PlayedPhone(_Table):
    """`[[phones]]`: the phone of somebody whom you play yourself, which answers for you."""

    person: Text = _key(_TEXT, "The key of the person, such as `ada`.")
    answers_in_seconds: Span = _key(_SPAN, "How long the phone rings.", (2.0, 4.0))


class Customers(_Table):
    """`[[customers]]`: customers who call or write, at a rate."""

    calls: Text | None = _key(_TEXT, "The key of the queue that they call.", None)
    dials: Text | None = _key(_TEXT, "Instead, the number of the entry point that they call.", None)
    writes: Text | None = _key(
        _TEXT, "Instead, the key of the queue of chats, e-mails or social messages to which they write.", None
    )
    per_minute: Annotated[float, Field(gt=0, le=MOST_PER_MINUTE)] = _key(
        f"a number above 0, up to {MOST_PER_MINUTE}", "How many there are in a minute, on average."
    )
    from_minute: Minute = _key(_MINUTE, "When the first may come, in minutes from the beginning.", 0.0)
    until_minute: Minute | None = _key(_MINUTE, "When no more come; by default the end.", None)
    gives_up_after_seconds: Span | None = _key(
        _SPAN, "How long a customer waits for an agent before hanging up; by default for ever.", None
    )
    hangs_up: Share = _key(_SHARE, "The share of contacts that the customer ends, and not the agent.", 0.0)


class Day(_Table):
    """The whole script."""

    minutes: Annotated[float, Field(gt=0, le=LONGEST_MINUTES)] = _key(
        f"a number of minutes above 0, up to {LONGEST_MINUTES}", "How long customers come and agents work."
    )
    seed: int = _key("a whole number", "What is drawn: equal seeds give equal days.", 1)
    speed: Annotated[float, Field(gt=0, le=1_000)] | Literal["fastest"] = _key(
        'a number above 0, up to 1000, or "fastest"',
        'How many times faster than real time the day goes by; `"fastest"` waits for nothing.',
        1.0,
    )
    begins: AwareDatetime | None = _key(
        "an instant with its zone, such as 2026-11-30T08:00:00Z",
        "What the tenant's clock shows at the beginning; then only the script moves it. By default it is the real "
        "time.",
        None,
    )
    agents: tuple[PlayedAgent, ...] = _key("tables [[agents]]", "Who signs in.", ())
    phones: tuple[PlayedPhone, ...] = _key("tables [[phones]]", "Whose phone answers by itself.", ())
    customers: tuple[Customers, ...] = _key("tables [[customers]]", "Who calls and writes.", ())


TABLES: Mapping[str, type[_Table]] = {"agents": PlayedAgent, "phones": PlayedPhone, "customers": Customers}


def example() -> str:
    """The example that ships."""
    return (resources.files(__package__) / "example.toml").read_text(encoding="utf-8")


def read_script(file: Path) -> Day:
    """The script in `file`. Raises ScriptError."""
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ScriptError(
            f"There is no script {file}; begin one with 'deskproof serve --example-script > {file}'."
        ) from None
    except OSError as error:
        raise ScriptError(f"{file} cannot be read ({error.strerror}); name a file that can be.") from None
    except UnicodeDecodeError as error:
        raise ScriptError(f"{file} is not TOML in UTF-8 ({error}); correct that place.") from None
    try:
        day = Day.model_validate(_with_tuples(tomllib.loads(text)))
    except tomllib.TOMLDecodeError as error:
        raise ScriptError(f"{file} is not TOML in UTF-8 ({error}); correct that place.") from None
    except ValidationError as error:
        raise ScriptError(f"{file}: {_sentence(error.errors(include_url=False)[0])}") from None
    for fault in _faults(day):
        raise ScriptError(f"{file}: {fault}")
    return day


def require_fit(day: Day, configuration: Mapping[str, Json], file: Path) -> None:
    """Raises ScriptError where the tenant of this configuration lacks something that the script names."""
    for fault in _misfits(day, configuration):
        raise ScriptError(f"{file}: {fault}")


def _with_tuples(document: Mapping[str, Json]) -> Mapping[str, Json]:
    return {
        key: tuple(value) if key in TABLES and isinstance(value, list) else value for key, value in document.items()
    }


def _sentence(fault: ErrorDetails) -> str:
    first, *rest = fault["loc"]
    table: type[_Table] = Day
    name, seen = str(first), fault["input"]
    if first in TABLES and rest:
        table = TABLES[str(first)]
        place = f"[[{first}]] {int(rest[0]) + 1}"
        if len(rest) == 1:
            return f"{place} is {seen!r}; write a table."
        name = f"{rest[1]} of {place}"
        first = rest[1]
    if fault["type"] == "extra_forbidden":
        return f"{name} does not exist; write one of {', '.join(table.model_fields)}."
    extra = table.model_fields[str(first)].json_schema_extra
    wanted = extra["wanted"] if isinstance(extra, dict) else ""
    if fault["type"] == "missing":
        return f"{name} is missing; write {wanted}."
    return f"{name} is {_written(seen)}; write {wanted}."


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    return str(value) if isinstance(value, int | float | list) or hasattr(value, "isoformat") else "a table"


def _faults(day: Day) -> Iterator[str]:
    """What is wrong with values that are each right."""
    for place, each in _numbered("customers", day.customers):
        if sum(way is not None for way in (each.calls, each.dials, each.writes)) != 1:
            yield f"{place} has not exactly one of calls, dials and writes; write one, and leave the others out."
    for place, agent in _numbered("agents", day.agents):
        if (agent.dial_number is None) == (agent.extension is None):
            yield f"{place} has not exactly one of dial_number and extension; write one, and leave the other out."
    for place, part in (*_numbered("customers", day.customers), *_numbered("agents", day.agents)):
        until = day.minutes if part.until_minute is None else part.until_minute
        if until > day.minutes:
            yield f"until_minute of {place} is {until:g}; write a number up to minutes, which is {day.minutes:g}."
        if part.from_minute >= until:
            yield f"from_minute of {place} is {part.from_minute:g}; write a number below its end, which is {until:g}."
    seen: dict[str, str] = {}
    for place, one in (*_numbered("agents", day.agents), *_numbered("phones", day.phones)):
        if one.person in seen:
            yield f'person of {place} is "{one.person}", as of {seen[one.person]}; name each person once.'
        seen[one.person] = place


def _misfits(day: Day, configuration: Mapping[str, Json]) -> Iterator[str]:
    people = {person["key"]: person for person in configuration["people"]}
    queues = {queue["key"]: queue["channel"] for queue in configuration["queues"]}
    calls = [key for key, channel in queues.items() if channel == "TELEPHONY"]
    texts = [key for key, channel in queues.items() if channel != "TELEPHONY"]
    numbers = [entry["number"] for entry in configuration["entryPoints"] if entry["number"]]
    for place, agent in _numbered("agents", day.agents):
        able = [key for key, person in people.items() if "agent" in person["roles"] and person["teams"]]
        yield from _unknown("person", place, agent.person, able)
        if agent.person in able:
            yield from _unknown("team", place, agent.team, people[agent.person]["teams"])
    for place, phone in _numbered("phones", day.phones):
        yield from _unknown("person", place, phone.person, people)
    for place, each in _numbered("customers", day.customers):
        yield from _unknown("calls", place, each.calls, calls)
        yield from _unknown("writes", place, each.writes, texts)
        yield from _unknown("dials", place, each.dials, numbers)


def _unknown(key: str, place: str, value: str | None, known: Any) -> Iterator[str]:
    if value is not None and value not in known:
        yield f'{key} of {place} is "{value}"; the tenant has {", ".join(known) or "none"}.'


def _numbered(name: str, tables: Any) -> Iterator[tuple[str, Any]]:
    for number, table in enumerate(tables, start=1):
        yield f"[[{name}]] {number}", table


def milliseconds(minutes: float) -> int:
    """Minutes of a script in milliseconds."""
    return math.floor(minutes * 60_000)
