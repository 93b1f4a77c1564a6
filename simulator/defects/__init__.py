"""Named defects: changes of the product that break a rule on purpose, to check that scenarios detect them."""

from deskproof.simulator.defects.catalogue import (
    AnswerDefect,
    BadCatalogue,
    Defect,
    FrameDefect,
    ScriptDefect,
    SourceDefect,
    all_defects,
    load_defects,
    source_defects,
)
from deskproof.simulator.defects.fit import check_fit
from deskproof.simulator.defects.source import (
    PACKAGE,
    StaleDefect,
    broken_source,
    changed,
    changed_text,
    source_with,
    unchanged_source,
)

__all__ = [
    "PACKAGE",
    "AnswerDefect",
    "BadCatalogue",
    "Defect",
    "FrameDefect",
    "ScriptDefect",
    "SourceDefect",
    "StaleDefect",
    "all_defects",
    "broken_source",
    "changed",
    "changed_text",
    "check_fit",
    "load_defects",
    "source_defects",
    "source_with",
    "unchanged_source",
]
