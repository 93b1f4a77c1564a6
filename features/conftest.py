"""What binds the scenarios of this folder: the plugin that runs them, the people in them, and the sentences they are
written in.
"""

from deskproof.steps import definitions

pytest_plugins = (
    "deskproof.steps.runner.plugin",
    "deskproof.steps.screens.reference.plugin",
    "deskproof.steps.cast.actors",
    "deskproof.steps.cast.administrator",
    "deskproof.steps.cast.services",
    "deskproof.steps.cast.customer",
    "deskproof.steps.cast.floor",
    "deskproof.steps.cast.phones",
    "deskproof.steps.cast.layouts",
    "deskproof.steps.cast.loading_faults",
    "deskproof.steps.cast.teams_service",
    *definitions.module_names(),
)
