"""The tenant of the vendor's suite, as the page makes it."""

import re
from pathlib import Path
from textwrap import dedent
from typing import Any

from deskproof.simulator.server import start_server

PAGE = Path(__file__).parents[2] / "docs" / "vendors-suite.md"


def test_the_tenant_of_the_suite_is_made_as_the_page_says() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    defined: dict[str, Any] = {}
    exec(dedent(code), defined)
    with start_server() as server, server.control() as control:
        tenant = control.create_tenant("standard", changes=defined["changes"]("sandbox.example", "correct horse 7"))
        assert tenant.people["user36"].email == "user36@sandbox.example"
        call = tenant.customer_calls(dials="+12015550209", number="+46701740605")
        assert [(one.id, one.queue) for one in tenant.conversations()] == [(call, "set9")]
        tenant.close()
