"""`make drift`: runs the tests with the vendor's client twice, with the pinned version and with another, and says what
differs, entry by entry of docs/fidelity.md.

Exit status: 0 nothing differs, 1 something does, 2 the tests could not be run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from deskproof.steps.terminal import say
from tests.drift.compare import Record, differences, read
from tests.drift.recorder import RECORD
from tests.sdk.published import CACHE, CLIENT, OTHER_CLIENT, NotAvailable, other

ROOT = Path(__file__).parents[2]
SDK = "tests/sdk"
OTHER_WIDGETS = "DESKPROOF_WIDGETS"
"""examples/webex-widgets takes the widgets of this version or tag of npm, where it is set."""


@click.command(help="Compare a version of the vendor's client with the pinned one. TESTS: tests/sdk unless named.")
@click.argument("tests", nargs=-1)
@click.option("--client", default="latest", show_default=True, help="The version, or a tag of npm.")
@click.option("--widgets", default="latest", show_default=True, help="The version of the widgets, for tests/vendor.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write what differs to this file, too.")
def main(tests: tuple[str, ...], client: str, widgets: str, out: Path | None) -> None:
    """Run twice and compare."""
    try:
        version = other(CLIENT, client, CACHE).stem.rpartition("contact-center-")[2]
        pinned, found = (_run(tests or (SDK,), *asked) for asked in (("", ""), (version, widgets)))
    except (NotAvailable, ValueError) as reason:
        raise SystemExit(_refuse(str(reason))) from None
    lines = differences(pinned, found)
    title = f"{CLIENT.name} {version}, compared with {CLIENT.version}: {len(pinned)} tests"
    text = "\n".join([f"# {title}", "", *(f"- {line}" for line in lines or ("nothing differs",))])
    say(text)
    if out is not None:
        out.write_text(text + "\n", encoding="utf-8")
    raise SystemExit(bool(lines))


def _run(tests: tuple[str, ...], client: str, widgets: str) -> Record:
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record.ndjson"
        command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "--nightly", "-p", "tests.drift.recorder", *tests]
        environment = {**os.environ, "CI": "1", RECORD: str(record)}
        environment |= {OTHER_CLIENT: client, OTHER_WIDGETS: widgets}
        subprocess.run(command, cwd=ROOT, env=environment, check=False, stdout=subprocess.DEVNULL)
        return read(record)


def _refuse(reason: str) -> int:
    say(f"Error: {reason}", err=True)
    return 2


if __name__ == "__main__":
    main()
