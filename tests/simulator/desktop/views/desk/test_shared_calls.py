"""A call with more than one agent: what the other parts of the desk ask of it. Its looks are in the golden files of the
calls (test_calls.py), the dialog is in test_destination.py.
"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

CONSULT = {"asked": False, "who": "Bo", "stage": "active", "since": 0}


@pytest.mark.parametrize(("consult", "asked"), [(None, False), (CONSULT, False), ({**CONSULT, "asked": True}, True)])
def test_whether_the_agent_is_the_one_who_is_asked(
    blank_page: Page, consult: dict[str, Any] | None, asked: bool
) -> None:
    script = """async (consult) => (await import("/desktop/views/desk/shared-calls.js")).asked({ consult })"""
    assert blank_page.evaluate(script, consult) is asked
