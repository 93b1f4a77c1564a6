"""The reference desktop's screens."""

from playwright.sync_api import Page

from steps.screens.interface import Screens
from steps.screens.reference.address import Address
from steps.screens.reference.identity import Identity
from steps.screens.reference.labels import Labels
from steps.screens.reference.profile import Profile
from steps.screens.reference.station import Station
from steps.screens.reference.task import Task
from steps.words import Language


def open_screens(page: Page, language: Language) -> Screens:
    """The screens of the reference desktop in this page, with the labels of this language."""
    labels = Labels(language)
    return Screens(
        address=Address(page, labels),
        identity=Identity(page, labels),
        station=Station(page, labels),
        task=Task(page, labels),
        profile=Profile(page, labels),
    )
