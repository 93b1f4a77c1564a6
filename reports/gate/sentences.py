"""The gate's sentences from the catalogue, in both languages."""

from __future__ import annotations

from deskproof.reports.gate.case import Words
from deskproof.reports.text.translation import say


def sentence(key: str, **values: object) -> Words:
    """The sentence for `ruling.<key>` with `values` filled in. KeyError for a key that is not in the catalogue."""
    key = f"ruling.{key}"
    return Words(en=say(key, "en", **values), sv=say(key, "sv", **values))
