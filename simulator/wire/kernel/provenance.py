"""How an entry of the catalogue was compared with the vendor's client: which client, when, by which test."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Compared:
    """When, with which client and by which test an entry was last seen to work; no client for what was only
    read in sources.
    """

    on: str = ""
    client: str = ""
    by: str = ""

    def __str__(self) -> str:
        return f"{self.client}, {self.on}" if self.client else "read in source only"


_CLIENT = "@webex/contact-center 3.12.0"


RAN = Compared(on="2026-11-23", client=_CLIENT, by="tests/sdk/test_contact_center.py")


RAN_CALLS = Compared(on="2026-11-23", client=_CLIENT, by="tests/sdk/test_phone_call.py")


RAN_SHARED_CALLS = Compared(on="2026-11-29", client=_CLIENT, by="tests/sdk/test_shared_calls.py")


RAN_IN_BROWSER = Compared(on="2026-11-23", client=_CLIENT, by="tests/sdk/test_desktop_calling.py")
"""Exercised by tests/sdk, which fails when its own record of the run disagrees with these marks."""


RAN_AT_TELEPHONE = Compared(on="2026-11-29", client="@webex/calling 3.12.0", by="tests/vendor/test_telephones.py")


READ = Compared()
