"""The numbering plans of the world as the desktop's country list and number rules need them (AD-049 to AD-062).

From the `phonenumbers` metadata, so that the page and the simulated back end read numbers by the same tables.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TypedDict

import phonenumbers
from phonenumbers import PhoneMetadata


class Region(TypedDict):
    """One region: its calling code, the prefixes dialled inside it, and what a national number in it looks like.
    `idd`, `national` and `pattern` are regular expressions; `national` matches trunk prefixes and carrier codes, and
    `transform` is their replacement where they are not only removed.
    """

    region: str
    code: str
    main: bool
    idd: str
    national: str
    transform: str
    lengths: list[int]
    local: list[int]
    pattern: str


class Numbering(TypedDict):
    """All regions, with the release of the tables they come from."""

    source: str
    regions: list[Region]


def numbering() -> Numbering:
    """Every region with a numbering plan, in the order of its two-letter code.

    `main` marks the main region of a shared code (US for +1): its lengths apply to a number of which only the code is
    known.
    """
    return {
        "source": f"phonenumbers {phonenumbers.__version__}",
        "regions": [_region(name) for name in sorted(phonenumbers.SUPPORTED_REGIONS)],
    }


@cache
def numbering_json() -> bytes:
    """`numbering()` as compact JSON."""
    return json.dumps(numbering(), separators=(",", ":"), ensure_ascii=False).encode()


def _region(name: str) -> Region:
    plan = PhoneMetadata.metadata_for_region(name)
    if plan is None or plan.country_code is None or plan.general_desc is None:
        raise LookupError(f"phonenumbers lists the region {name} without a numbering plan; use a release that has one")
    return {
        "region": name,
        "code": str(plan.country_code),
        "main": phonenumbers.region_code_for_country_code(plan.country_code) == name,
        "idd": plan.international_prefix or "",
        "national": plan.national_prefix_for_parsing or "",
        "transform": (plan.national_prefix_transform_rule or "").replace("\\", "$"),
        "lengths": list(plan.general_desc.possible_length),
        "local": list(plan.general_desc.possible_length_local_only),
        "pattern": plan.general_desc.national_number_pattern or "",
    }
