"""What binds the scenarios of this folder: the plugin that runs them, the people in them, and the sentences they are
written in.
"""

import pkgutil

import steps.definitions

pytest_plugins = (
    "steps.plugin",
    "steps.actors",
    "steps.administrator",
    "steps.services",
    "steps.customer",
    "steps.floor",
    "steps.phones",
    "steps.layouts",
    "steps.loading_faults",
    "steps.teams_service",
    *(f"steps.definitions.{module.name}" for module in pkgutil.iter_modules(steps.definitions.__path__)),
)
