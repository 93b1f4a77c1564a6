"""What every desktop's screens can do: the methods that step functions use, the same for every desktop.

A desktop is one folder of screens beside this one that has these methods. A method does one thing a person does; a
`shows_…` waits until it is true and fails, naming what was there instead, where it does not become true. It fails on an
empty page, also where it says that something is not there. No method waits for a fixed time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from playwright.sync_api import Page

from deskproof.steps.gherkin.vocabulary.values import Language
from deskproof.steps.screens.interface.address import AddressScreen, DesktopTab
from deskproof.steps.screens.interface.calls import CallScreen, SharedCallScreen, VoiceScreen, WrittenScreen
from deskproof.steps.screens.interface.collaboration import CollaborationScreen
from deskproof.steps.screens.interface.dialogs import DialogScreen
from deskproof.steps.screens.interface.display import DisplayScreen
from deskproof.steps.screens.interface.errors import ErrorScreen
from deskproof.steps.screens.interface.features import FeatureScreen
from deskproof.steps.screens.interface.identity import IdentityScreen
from deskproof.steps.screens.interface.keyboard import KeyboardScreen
from deskproof.steps.screens.interface.layout import LayoutScreen
from deskproof.steps.screens.interface.loading import LoadingScreen
from deskproof.steps.screens.interface.monitoring import MonitoringScreen
from deskproof.steps.screens.interface.profile import ProfileScreen
from deskproof.steps.screens.interface.station import StationScreen
from deskproof.steps.screens.interface.task import TaskScreen

__all__ = [
    "AddressScreen",
    "CallScreen",
    "CollaborationScreen",
    "DesktopTab",
    "DialogScreen",
    "DisplayScreen",
    "ErrorScreen",
    "FeatureScreen",
    "IdentityScreen",
    "KeyboardScreen",
    "LayoutScreen",
    "LoadingScreen",
    "MonitoringScreen",
    "OpenScreens",
    "ProfileScreen",
    "Screens",
    "SharedCallScreen",
    "StationScreen",
    "TaskScreen",
    "VoiceScreen",
    "WrittenScreen",
]


@dataclass(frozen=True, kw_only=True)
class Screens:
    """All screens of one desktop in one browser page."""

    tab: DesktopTab
    address: AddressScreen
    identity: IdentityScreen
    station: StationScreen
    task: TaskScreen
    dialogs: DialogScreen
    errors: ErrorScreen
    features: FeatureScreen
    profile: ProfileScreen
    calls: CallScreen
    shared_calls: SharedCallScreen
    written: WrittenScreen
    monitoring: MonitoringScreen
    voice: VoiceScreen
    collaboration: CollaborationScreen
    layout: LayoutScreen
    display: DisplayScreen
    loading: LoadingScreen
    by_keyboard: KeyboardScreen


OpenScreens: TypeAlias = Callable[[Page, Language], Screens]
"""Returns the screens of a desktop in a page, with its labels in a language. Each desktop has its own; the fixture
`open_screens` passes it to the actors.
"""
