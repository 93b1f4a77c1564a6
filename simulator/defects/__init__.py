"""Named defects: changes of the product that break a rule on purpose, to check that scenarios detect them."""

from deskproof.simulator.defects.catalogue import BadCatalogue, Defect, all_defects
from deskproof.simulator.defects.source import StaleDefect, broken_source, changed_text

__all__ = ["BadCatalogue", "Defect", "StaleDefect", "all_defects", "broken_source", "changed_text"]
