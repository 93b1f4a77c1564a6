"""Settings of the whole tenant."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Settings of the whole tenant. `None` minutes means no inactivity limit; the global layout is for teams without
    their own.
    """

    reject_duplicate_dn: bool = True
    require_registered_numbers: bool = False
    force_default_dn: bool = False
    web_rtc_enabled: bool = True
    teams_connector: bool = False
    azure_sso: bool = False
    inactivity_minutes: int | None = None
    skills_based_routing: bool = False
    lost_connection_recovery_seconds: int = 50
    rona_seconds: int = 18
    digital_rona_seconds: int = 18
    digital_capacity: int = 3
    """How many conversations of each digital channel an agent has at a time."""
    record_calls: bool = True
    global_layout: str | None = None
    widget_hosts: tuple[str, ...] = ()
    """The origins from which the desktop may load the scripts of layouts, such as `https://widgets.example.com`."""
