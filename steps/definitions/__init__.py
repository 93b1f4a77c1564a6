"""The sentences of the features, a module for each subject. Rule: one to five lines each; actors and vocabulary,
neither Playwright nor the simulator.
"""

import importlib
import pkgutil


def module_names() -> tuple[str, ...]:
    """The dotted names of all modules with sentences, those in folders included."""
    found = pkgutil.walk_packages(__path__, f"{__name__}.")
    return tuple(module.name for module in found if not module.ispkg)


def load() -> None:
    """Import every module with sentences, which defines them."""
    for name in module_names():
        importlib.import_module(name)
