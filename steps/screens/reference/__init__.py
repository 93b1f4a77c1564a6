"""The reference desktop's screens."""

from playwright.sync_api import Page

from deskproof.steps.gherkin.vocabulary.values import Language
from deskproof.steps.screens.interface import Screens
from deskproof.steps.screens.reference.by_keyboard import ByKeyboard
from deskproof.steps.screens.reference.labels import Labels
from deskproof.steps.screens.reference.page.address import Address
from deskproof.steps.screens.reference.page.dialogs import Dialogs
from deskproof.steps.screens.reference.page.display import Display
from deskproof.steps.screens.reference.page.errors import Errors
from deskproof.steps.screens.reference.page.features import Features
from deskproof.steps.screens.reference.page.layout import Layout
from deskproof.steps.screens.reference.page.loading import Loading
from deskproof.steps.screens.reference.page.tab import Tab
from deskproof.steps.screens.reference.signing_in.collaboration import Collaboration
from deskproof.steps.screens.reference.signing_in.identity import Identity
from deskproof.steps.screens.reference.signing_in.station import Station
from deskproof.steps.screens.reference.working.calls import Calls
from deskproof.steps.screens.reference.working.monitoring import MonitoringPane
from deskproof.steps.screens.reference.working.profile import Profile
from deskproof.steps.screens.reference.working.task import Task
from deskproof.steps.screens.reference.working.voice import Voice


def open_screens(page: Page, language: Language) -> Screens:
    """The screens of the reference desktop in this page, with the labels of this language."""
    labels = Labels(language)
    return Screens(
        tab=Tab(page),
        address=Address(page, labels),
        identity=Identity(page, labels),
        station=Station(page, labels),
        task=Task(page, labels),
        dialogs=Dialogs(page, labels),
        errors=Errors(page, labels),
        features=Features(page, labels),
        profile=Profile(page, labels),
        calls=Calls(page, labels),
        monitoring=MonitoringPane(page, labels),
        voice=Voice(page, labels),
        layout=Layout(page, labels),
        display=Display(page, labels),
        loading=Loading(page, labels),
        collaboration=Collaboration(page, labels),
        by_keyboard=ByKeyboard(page, labels),
    )
