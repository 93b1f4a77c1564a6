"""What an administrator sets: people, teams, desktop profiles, codes, queues and tenant settings (DOMAIN 3).

Entities are named by a short `key` that people choose; the wire sees `id`.
"""

from deskproof.simulator.domain.configuration.checks import ConfigurationError
from deskproof.simulator.domain.configuration.configuration import Configuration
from deskproof.simulator.domain.configuration.entities import (
    CHANNELS,
    AddressBookEntry,
    AuxiliaryCode,
    Channel,
    EntryPoint,
    Keyed,
    Layout,
    Named,
    OutdialNumber,
    Queue,
    Site,
    SkillProfile,
    Team,
    WorkType,
)
from deskproof.simulator.domain.configuration.people import DesktopProfile, NumberRule, Person, Role, StationOption
from deskproof.simulator.domain.configuration.settings import Settings

__all__ = [
    "CHANNELS",
    "AddressBookEntry",
    "AuxiliaryCode",
    "Channel",
    "Configuration",
    "ConfigurationError",
    "DesktopProfile",
    "EntryPoint",
    "Keyed",
    "Layout",
    "Named",
    "NumberRule",
    "OutdialNumber",
    "Person",
    "Queue",
    "Role",
    "Settings",
    "Site",
    "SkillProfile",
    "StationOption",
    "Team",
    "WorkType",
]
