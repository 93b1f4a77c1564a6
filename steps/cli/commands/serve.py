"""`deskproof serve`: a simulator with one tenant on real time, and what a person needs to sign in by hand."""

from __future__ import annotations

import signal
import threading
import webbrowser
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from urllib.parse import urlsplit

import click
from rich.table import Table

from deskproof.simulator.certificate import Tls, make_certificate
from deskproof.simulator.control.client import ControlError, Person, TenantControl
from deskproof.simulator.server import Limits, Server, ServerError, limit_options, start_server
from deskproof.simulator.vendor_hosts import HOSTS
from deskproof.steps.cli import CannotCheck
from deskproof.steps.day.script import Day, ScriptError, example, read_script, require_fit
from deskproof.steps.terminal import Console, say

DEFAULT_PORT = 8400

PURPOSES = {
    ("agent",): "signs in to a station and takes calls",
    ("supervisor",): "has no team to choose; monitors agents",
    ("agent", "supervisor"): "chooses the role first; has many teams to search",
}
"""What a person can be used for, by roles."""


def _print_example(context: click.Context, option: click.Parameter, wanted: bool) -> None:
    if wanted:
        say(example().rstrip())
        context.exit()


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=DEFAULT_PORT, show_default=True, help="Port; 0 takes a free one."
)
@click.option("--blueprint", default="standard", show_default=True, help="What the tenant starts with.")
@click.option("--tls", "https", is_flag=True, help="Serve https, with a certificate that is made now.")
@click.option(
    "--vendor-hosts", is_flag=True, help="Answer at the vendor's host names too, for the vendor's apps; needs --tls."
)
@click.option("--open", "open_browser", is_flag=True, help="Open the desktop in the browser of this machine.")
@click.option(
    "--trusted-proxy",
    "trusted_proxies",
    multiple=True,
    metavar="ADDRESS",
    help="Trust X-Forwarded-Proto and X-Forwarded-For from this IP address or network; by default from none.",
)
@click.option(
    "--script",
    "script",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Play a day: people sign in, customers call and write, as the file says (docs/day.md).",
)
@click.option(
    "--example-script",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_example,
    help="Print a script to begin with, and exit.",
)
@limit_options
def command(
    port: int,
    blueprint: str,
    https: bool,
    vendor_hosts: bool,
    open_browser: bool,
    trusted_proxies: tuple[str, ...],
    script: Path | None,
    limits: Limits,
) -> None:
    """Start the simulator with one tenant and print how to sign in to it.

    \b
    Example:
      deskproof serve
      deskproof serve --port 0 --open
      deskproof serve --tls --vendor-hosts
      deskproof serve --example-script > demo.toml
      deskproof serve --script demo.toml
    """
    if vendor_hosts and not https:
        raise CannotCheck("--vendor-hosts is given without https, which the vendor's clients use; add --tls.")
    if https and open_browser:
        raise CannotCheck(
            "--open is given with --tls, and the browser of this machine does not trust the certificate that is made; "
            "leave --open out, and use 'deskproof browser' with --vendor-hosts."
        )
    signal.signal(signal.SIGTERM, _stop)
    try:
        day = None if script is None else read_script(script)
        with ExitStack() as running:
            tls = (
                make_certificate(Path(running.enter_context(TemporaryDirectory(prefix="deskproof-"))))
                if https
                else None
            )
            server = running.enter_context(
                start_server(port, tls=tls, vendor_hosts=vendor_hosts, trusted_proxies=trusted_proxies, limits=limits)
            )
            begins = None if day is None else day.begins
            tenant = running.enter_context(server.control()).create_tenant(blueprint, frozen_at=begins)
            if day is not None and script is not None:
                require_fit(day, tenant.configuration(), script)
            _print_how_to_use(server, tenant, tls, vendor_hosts=vendor_hosts)
            if open_browser:
                webbrowser.open(f"{tenant.desktop_url}/")
            if day is not None:
                say("\nThe day begins.")
                running.enter_context(_played(day, tenant, tls))
            status = server.wait()
            raise CannotCheck(f"The simulator ended by itself (exit status {status}).\n{server.stderr()}".rstrip())
    except KeyboardInterrupt:
        say("\nStopped.")
    except (ServerError, ControlError, ScriptError) as error:
        raise CannotCheck(str(error)) from None


@contextmanager
def _played(day: Day, tenant: TenantControl, tls: Tls | None) -> Iterator[None]:
    """The day goes by meanwhile."""
    from deskproof.steps.day.player import Player  # late, as it loads the clients of the wire

    player = Player(day, tenant, say=say, certificate=tls.certificate if tls else None)
    playing = threading.Thread(target=player.play)
    playing.start()
    try:
        yield
    finally:
        player.stop()
        playing.join()


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _print_how_to_use(server: Server, tenant: TenantControl, tls: Tls | None, *, vendor_hosts: bool) -> None:
    """Print addresses, people and hints; plain lines where the output is not a terminal."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"\n[bold]Deskproof[/] serves tenant [bold]{tenant.id}[/], {_time_of(tenant)}.\n")
    _print_pairs(
        console,
        (
            ("Desktop", f"{tenant.desktop_url}/"),
            ("Overview", f"{server.address}/"),
            ("Console", f"{server.address}/_console"),
            ("Identity", tenant.identity_url),
            ("Organisation", tenant.org_id),
            *([("Certificate", str(tls.certificate))] if tls else []),
        ),
    )
    console.print("\n[bold]People[/]")
    _print_people(console, tuple(tenant.people.values()))
    if vendor_hosts:
        _print_vendor_hosts(console, server)
    first = next(iter(tenant.people.values()))
    plane = f"{server.address}/_control/v1"
    console.print("\n[bold]Control plane[/]")
    _print_pairs(
        console,
        (
            ("Operations", f"{plane}/openapi.json"),
            ("Token", server.control_token),
            ("Mailbox", f"{plane}/tenants/{tenant.id}/mailboxes/{first.email}"),
        ),
    )
    console.print("\nThe confirmation code of a forgotten password, for example, is in the mailbox:")
    trusting = f"--cacert {tls.certificate} " if tls else ""
    mailbox = f"{plane}/tenants/{tenant.id}/mailboxes/{first.email}"
    console.print(f'  curl {trusting}-H "Authorization: Bearer {server.control_token}" {mailbox}')
    console.print("\nStop with Ctrl-C; nothing is saved.")


def _time_of(tenant: TenantControl) -> str:
    clock = tenant.clock()
    return (
        f"whose clock shows {clock.now:%Y-%m-%d %H:%M} UTC and is moved by the script"
        if clock.frozen
        else "on real time"
    )


def _print_vendor_hosts(console: Console, server: Server) -> None:
    port = urlsplit(server.address).port
    at = "" if port == DEFAULT_PORT else f" --port {port}"
    console.print("\n[bold]The vendor's hosts[/], for a browser that looks them up here")
    for service, host in HOSTS.items():
        console.print(f"  {service:<16} https://{host}")
    console.print(f"  deskproof browser{at} https://…    opens such a browser")
    console.print(f"  deskproof browser{at} --print      prints the switches for another one")


def _print_pairs(console: Console, pairs: Sequence[tuple[str, str]]) -> None:
    for name, value in pairs:
        console.print(f"  {name:<13} {value}")


def _print_people(console: Console, people: Sequence[Person]) -> None:
    head = ("Name", "E-mail", "Password", "Role", "Use")
    rows = [(p.name, p.email, p.password, " and ".join(p.roles), PURPOSES.get(p.roles, "")) for p in people]
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    if console.is_terminal and console.width >= sum(widths) + 4 * len(widths):
        table = Table(box=None, padding=(0, 2), header_style="dim")
        for name in head:
            table.add_column(name, no_wrap=True)
        for row in rows:
            table.add_row(*row)
        console.print(table)
        return
    for row in (head, *rows):
        console.print("  " + "  ".join(value.ljust(width) for value, width in zip(row, widths, strict=True)).rstrip())
