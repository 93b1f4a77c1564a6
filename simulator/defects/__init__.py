"""Named defects: changes of the product that break a rule on purpose, to check that scenarios detect them."""

from deskproof.simulator.defects.catalogue import BadCatalogue, Defect, all_defects
from deskproof.simulator.defects.source import (
    PACKAGE,
    StaleDefect,
    broken_source,
    changed_text,
    source_with,
    unchanged_source,
)

__all__ = [
    "PACKAGE",
    "BadCatalogue",
    "Defect",
    "StaleDefect",
    "all_defects",
    "broken_source",
    "changed_text",
    "source_with",
    "unchanged_source",
]
