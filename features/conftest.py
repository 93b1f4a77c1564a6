"""The pytest plugins of this folder: the runner, the screens, the people and services, and the sentences."""

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
