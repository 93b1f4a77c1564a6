"""A simulator with a defect: a copy with one place changed, and only that."""

from pathlib import Path

import httpx
import pytest

from deskproof.simulator.defects import SourceDefect, StaleDefect, broken_source, changed_text
from deskproof.simulator.defects.source import PACKAGE
from deskproof.simulator.server import Server, start_server

RENAMED = SourceDefect(
    name="another-title",
    en="The page has another title.",
    sv="Sidan har en annan titel.",
    claims=("AD-001",),
    file="desktop/static/index.html",
    find="<title>Deskproof Desk</title>",
    replace="<title>Another Desk</title>",
)


def title(server: Server) -> str:
    with server.control() as control:
        host = control.create_tenant("standard").desktop_url.removeprefix("http://").rstrip("/")
        page = httpx.get(server.address, headers={"Host": host}, trust_env=False)
    return page.text.partition("<title>")[2].partition("</title>")[0]


def test_a_simulator_has_the_defect_and_the_next_one_has_not(tmp_path: Path) -> None:
    with start_server(source=broken_source(RENAMED, tmp_path)) as server:
        assert title(server) == "Another Desk"
    with start_server() as server:
        assert title(server) == "Deskproof Desk"


def test_nothing_else_is_changed(tmp_path: Path) -> None:
    copy = broken_source(RENAMED, tmp_path) / PACKAGE.parent.name / PACKAGE.name
    files = [file.relative_to(PACKAGE) for file in PACKAGE.rglob("*") if file.suffix in (".py", ".js", ".html", ".css")]
    assert [file.as_posix() for file in files if (copy / file).read_bytes() != (PACKAGE / file).read_bytes()] == [
        RENAMED.file
    ]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"file": "nowhere.py"}, r"changes simulator/nowhere\.py, which does not exist; correct the entry's file\.$"),
        (
            {"find": "nowhere to be found"},
            r"its find is not in simulator/.*; expected exactly once\. Correct",
        ),
        ({"find": "link"}, r"its find is \d+ times in simulator/"),
        ({"replace": RENAMED.find}, r"changes nothing in simulator/.*; correct the entry's replace\.$"),
    ],
)
def test_a_defect_that_no_longer_fits_is_refused(change: dict[str, str], sentence: str) -> None:
    with pytest.raises(StaleDefect, match=sentence):
        changed_text(RENAMED.model_copy(update=change))
