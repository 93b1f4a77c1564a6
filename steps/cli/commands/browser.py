"""`deskproof browser`: a browser in which the vendor's hosts are a simulator on this machine."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import click

from deskproof.steps.browsers.browser import NoBrowser, find, this_machine
from deskproof.steps.browsers.vendor_hosts import NoVendorHosts, vendor_hosts_at
from deskproof.steps.cli import CannotCheck
from deskproof.steps.cli.commands.serve import DEFAULT_PORT
from deskproof.steps.terminal import say

_SWITCHES = ("--no-first-run", "--no-default-browser-check", "--disable-sync")


@click.command()
@click.argument("address", required=False)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=DEFAULT_PORT,
    show_default=True,
    help="Port of a simulator that was started with --tls --vendor-hosts.",
)
@click.option("--print", "only_print", is_flag=True, help="Print the switches for a browser of your own.")
def command(address: str | None, port: int, only_print: bool) -> None:
    """Open ADDRESS (by default the simulator's overview) in a Chromium that finds the vendor's hosts in the simulator.

    \b
    Example:
      deskproof serve --tls --vendor-hosts
      deskproof browser http://localhost:3000
      deskproof browser --print
    """
    if address is not None and only_print:
        raise CannotCheck("ADDRESS is given with --print, which opens nothing; give one of the two.")
    if address is not None and urlsplit(address).scheme not in ("http", "https", "file"):
        raise CannotCheck(f"ADDRESS is {address!r}; write one that begins with http://, https:// or file://.")
    try:
        hosts = vendor_hosts_at(port)
        if only_print:
            say(shlex.join(hosts.flags))
            say("Chromium takes them with a profile of its own only: add --user-data-dir=FOLDER.", err=True)
            return
        browser = find("full")
    except (NoVendorHosts, NoBrowser) as refusal:
        raise CannotCheck(str(refusal)) from None
    _open(browser.executable, (*_SWITCHES, *hosts.flags), address or f"https://127.0.0.1:{port}/")


def _open(executable: Path, switches: tuple[str, ...], address: str) -> None:
    """Run the browser with a new profile until it is closed. Raises CannotCheck where it ends otherwise."""
    sandbox = ("--no-sandbox",) if this_machine().is_root else ()
    with TemporaryDirectory(prefix="deskproof-profile-", ignore_cleanup_errors=True) as profile:
        say(f"{address} is open in a browser of its own; close it to end.")
        try:
            ended = subprocess.run(
                [str(executable), f"--user-data-dir={profile}", *switches, *sandbox, address],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False,
            )  # fmt: skip
        except KeyboardInterrupt:
            return
        except OSError as error:
            raise CannotCheck(f"{executable} cannot be started ({error.strerror}); install a Chromium.") from None
    if ended.returncode != 0:
        raise CannotCheck(
            f"{executable} ended with exit status {ended.returncode}; run this where there is a screen, or take the "
            "switches of 'deskproof browser --print' there."
        )
