"""The reference desktop's screens."""

from playwright.sync_api import Page

from steps.screens.interface import Screens
from steps.screens.reference.address import Address
from steps.screens.reference.by_keyboard import ByKeyboard
from steps.screens.reference.calls import Calls
from steps.screens.reference.collaboration import Collaboration
from steps.screens.reference.dialogs import Dialogs
from steps.screens.reference.display import Display
from steps.screens.reference.features import Features
from steps.screens.reference.identity import Identity
from steps.screens.reference.labels import Labels
from steps.screens.reference.layout import Layout
from steps.screens.reference.loading import Loading
from steps.screens.reference.monitoring import MonitoringPane
from steps.screens.reference.profile import Profile
from steps.screens.reference.station import Station
from steps.screens.reference.tab import Tab
from steps.screens.reference.task import Task
from steps.screens.reference.trouble import Trouble
from steps.screens.reference.voice import Voice
from steps.words import Language


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
        trouble=Trouble(page, labels),
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
