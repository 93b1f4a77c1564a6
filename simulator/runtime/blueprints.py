"""Named starting configurations, as data. Rule: equal name and seed give an equal tenant, passwords included.

Colleagues and further teams are the same in every tenant, so that pictures of two runs can be compared.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from deskproof.simulator.domain.configuration import (
    AddressBookEntry,
    AuxiliaryCode,
    Configuration,
    DesktopProfile,
    EntryPoint,
    Layout,
    OutdialNumber,
    Person,
    Queue,
    Role,
    Settings,
    Team,
    WorkType,
)
from deskproof.simulator.domain.values import Secret

SEED = 1
"""The default seed of a tenant."""

STANDARD_TEAMS = (("support", "Support", None), ("sales", "Sales", "sales"), ("returns", "Returns", None))
"""Key, name, and the key of the team's own layout; the others have the global layout."""

_LAYOUTS = Path(__file__).parent / "layouts"

STANDARD_LAYOUTS = tuple(
    Layout(key=key, name=name, description=description, document=(_LAYOUTS / f"{key}.json").read_text("utf-8"))
    for key, name, description in (
        ("global", "Global Layout", "For every team without its own layout."),
        ("sales", "Sales Layout", "Its own title, logo, pages, panel and illustration."),
    )
)
"""The documents are beside this file, as an administrator would upload them."""

STANDARD_CODES = (
    AuxiliaryCode(key="meeting", name="Meeting", work=WorkType.IDLE, default=True),
    AuxiliaryCode(key="lunch", name="Lunch Break", work=WorkType.IDLE),
    AuxiliaryCode(key="training", name="Training", work=WorkType.IDLE),
    AuxiliaryCode(key="rona", name="RONA", work=WorkType.IDLE, system=True),
    AuxiliaryCode(key="agent-declined", name="Agent_Declined", work=WorkType.IDLE, system=True),
    AuxiliaryCode(key="solved", name="Solved", work=WorkType.WRAP_UP, default=True),
    AuxiliaryCode(key="call-back", name="Call Back", work=WorkType.WRAP_UP),
    AuxiliaryCode(key="sale", name="Sale", work=WorkType.WRAP_UP),
)

STANDARD_QUEUES = (
    Queue(key="support", name="Support Line", teams=("support",)),
    Queue(key="sales", name="Sales Line", teams=("sales",)),
    Queue(key="returns", name="Returns Line", teams=("returns",)),
    Queue(key="chat", name="Support Chat", channel="CHAT", teams=("support",)),
    Queue(key="email", name="Support E-mail", channel="EMAIL", teams=("support",)),
    Queue(key="social", name="Support Social", channel="SOCIAL_CHANNEL", teams=("support",)),
)

STANDARD_ENTRY_POINTS = (
    EntryPoint(key="main", name="Main Number", number="+12015550190", queue="support"),
    EntryPoint(key="outdial", name="Outdial", channel="OUTDIAL"),
)

STANDARD_ADDRESS_BOOK = (
    AddressBookEntry(key="reception", name="Reception", number="+12015550100"),
    AddressBookEntry(key="warehouse", name="Warehouse", number="+12015550101"),
)

STANDARD_OUTDIAL_NUMBERS = (OutdialNumber(key="main", name="Main Number", number="+12015550199"),)

STANDARD_PEOPLE: tuple[tuple[str, str, str, tuple[Role, ...], tuple[str, ...]], ...] = (
    ("ada", "Ada", "Lindqvist", (Role.AGENT,), ("support", "sales", "returns")),
    ("bo", "Bo", "Ekström", (Role.AGENT,), ("support",)),
    ("signe", "Signe", "Dahl", (Role.SUPERVISOR,), ("support", "sales")),
    ("lars", "Lars", "Holmberg", (Role.AGENT, Role.SUPERVISOR), ("support", "sales", "returns", "*")),
)
"""Key, first name, last name, roles, teams; `*` stands for all further teams."""

_FURTHER_TEAMS = (
    "West Waynehaven Bookings", "East Patriciaside Care", "Loganside Deliveries", "Pottershire Renewals",
    "Allenland Technical", "West Lisamouth Billing", "Port Patriciafort Bookings", "Jasonview Care",
    "Tinastad Deliveries", "Keyhaven Renewals", "Lake Matthewside Technical", "Keithberg Billing",
)  # fmt: skip

_COLLEAGUES = (
    ("Nancy", "Padilla", "team-10"),
    ("Kyle", "Abbott", "team-06"),
    ("Michael", "Henderson", "team-07"),
    ("Patricia", "Spencer", "team-02"),
    ("Ronald", "Lang", "team-10"),
    ("Raymond", "Warren", "team-07"),
)
"""First name, last name, team."""

_WORDS = (
    "amber", "anchor", "apple", "autumn", "basil", "birch", "bottle", "bridge", "button", "candle", "canvas", "cedar",
    "cherry", "cinder", "clover", "copper", "coral", "cotton", "cricket", "dolphin", "ember", "falcon", "feather",
    "fennel", "forest", "garden", "ginger", "glacier", "granite", "harbour", "hazel", "island", "juniper", "kettle",
    "ladder", "lantern", "lemon", "linen", "maple", "marble", "meadow", "mitten", "nutmeg", "ocean", "orchard",
    "otter", "paper", "pebble", "pepper", "pigeon", "pillow", "quartz", "raven", "ribbon", "river", "saddle", "salmon",
    "silver", "spruce", "sparrow", "thunder", "timber", "velvet", "walnut", "willow", "winter",
)  # fmt: skip


class UnknownBlueprint(ValueError):
    """An unknown name of a blueprint; the message lists the known ones."""


def password_for(seed: int, person_key: str) -> Secret:
    """The password a person starts with: three plain words and a number, from the tenant's seed."""
    chance = random.Random(f"{seed}:{person_key}")  # noqa: S311  must be the same in equal runs
    return Secret("-".join([*chance.sample(_WORDS, 3), str(chance.randrange(10, 100))]))


@cache
def standard(seed: int) -> Configuration:
    """The blueprint `standard`: a small contact centre with everything provisioned and nothing restricted."""
    further = tuple(Team(key=f"team-{number:02}", name=name) for number, name in enumerate(_FURTHER_TEAMS, start=1))
    keys = tuple(team.key for team in further)
    colleagues = [
        (f"colleague-{number}", first, last, (Role.AGENT,), (team,))
        for number, (first, last, team) in enumerate(_COLLEAGUES, start=1)
    ]
    return Configuration(
        settings=Settings(global_layout="global"),
        layouts=STANDARD_LAYOUTS,
        teams=(*(Team(key=key, name=name, layout=layout) for key, name, layout in STANDARD_TEAMS), *further),
        profiles=(DesktopProfile(key="agents", name="Agents"),),
        auxiliary_codes=STANDARD_CODES,
        queues=STANDARD_QUEUES,
        entry_points=STANDARD_ENTRY_POINTS,
        address_book=STANDARD_ADDRESS_BOOK,
        outdial_numbers=STANDARD_OUTDIAL_NUMBERS,
        people=tuple(
            Person(
                key=key,
                first_name=first,
                last_name=last,
                email=_address(first, last),
                password=password_for(seed, key),
                teams_password=password_for(seed, f"teams:{key}"),
                profile="agents",
                roles=roles,
                teams=tuple(team for name in teams for team in (keys if name == "*" else (name,))),
            )
            for key, first, last, roles, teams in (*STANDARD_PEOPLE, *colleagues)
        ),
    )


BLUEPRINTS: Mapping[str, Callable[[int], Configuration]] = {"standard": standard}


def blueprint(name: str, seed: int = SEED) -> Configuration:
    """The configuration a tenant of this blueprint starts with. `UnknownBlueprint` when there is none of that name."""
    if name not in BLUEPRINTS:
        raise UnknownBlueprint(f'there is no blueprint "{name}"; expected one of: {", ".join(sorted(BLUEPRINTS))}')
    return BLUEPRINTS[name](seed)


def _address(first: str, last: str) -> str:
    plain = str.maketrans("åäöéü", "aaoeu")
    return f"{first}.{last}@example.com".lower().translate(plain)
