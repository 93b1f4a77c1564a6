"""What binds the scenarios of this folder: the plugin that runs them, the people in them, and the sentences they are
written in.
"""

import pkgutil

from deskproof.steps import definitions

pytest_plugins = (
    "deskproof.steps.plugin",
    "deskproof.steps.actors",
    "deskproof.steps.administrator",
    "deskproof.steps.services",
    "deskproof.steps.customer",
    "deskproof.steps.floor",
    "deskproof.steps.phones",
    "deskproof.steps.layouts",
    "deskproof.steps.loading_faults",
    "deskproof.steps.teams_service",
    *(f"deskproof.steps.definitions.{module.name}" for module in pkgutil.iter_modules(definitions.__path__)),
)
