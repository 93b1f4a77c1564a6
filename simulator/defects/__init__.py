"""Named defects: ways in which the product breaks a rule on purpose, so that scenarios are seen to fail."""

from deskproof.simulator.defects.catalogue import BadCatalogue, Defect, all_defects
from deskproof.simulator.defects.source import StaleDefect, broken_source, changed_text

__all__ = ["BadCatalogue", "Defect", "StaleDefect", "all_defects", "broken_source", "changed_text"]
