"""`deskproof serve`: a simulator with one tenant on real time, and what a person needs to sign in by hand."""

from __future__ import annotations

import signal
import webbrowser
from collections.abc import Sequence
from types import FrameType

import click
from rich.table import Table

from deskproof.simulator.control.client import ControlError, Person, TenantControl
from deskproof.simulator.server import Server, ServerError, start_server
from deskproof.steps.cli import CannotCheck
from deskproof.steps.terminal import Console, say

PURPOSES = {
    ("agent",): "signs in to a station and takes calls",
    ("supervisor",): "has no team to choose; monitors agents",
    ("agent", "supervisor"): "chooses the role first; has many teams to search",
}
"""What a person can be used for, by roles."""


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8400, show_default=True, help="Port; 0 takes a free one."
)
@click.option("--blueprint", default="standard", show_default=True, help="What the tenant starts with.")
@click.option("--open", "open_browser", is_flag=True, help="Open the desktop in the browser of this machine.")
@click.option(
    "--trusted-proxy",
    "trusted_proxies",
    multiple=True,
    metavar="ADDRESS",
    help="Trust X-Forwarded-Proto and X-Forwarded-For from this IP address or network; by default from none.",
)
def command(port: int, blueprint: str, open_browser: bool, trusted_proxies: tuple[str, ...]) -> None:
    """Start the simulator with one tenant and print how to sign in to it.

    \b
    Example:
      deskproof serve
      deskproof serve --port 0 --open
    """
    signal.signal(signal.SIGTERM, _stop)
    try:
        with start_server(port, trusted_proxies=trusted_proxies) as server, server.control() as control:
            tenant = control.create_tenant(blueprint)
            _print_how_to_use(server, tenant)
            if open_browser:
                webbrowser.open(f"{tenant.desktop_url}/")
            status = server.wait()
            raise CannotCheck(f"The simulator ended by itself (exit status {status}).\n{server.stderr()}".rstrip())
    except KeyboardInterrupt:
        say("\nStopped.")
    except (ServerError, ControlError) as error:
        raise CannotCheck(str(error)) from None


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _print_how_to_use(server: Server, tenant: TenantControl) -> None:
    """Print addresses, people and hints; plain lines where the output is not a terminal."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"\n[bold]Deskproof[/] serves tenant [bold]{tenant.id}[/], on real time.\n")
    _print_pairs(
        console,
        (
            ("Desktop", f"{tenant.desktop_url}/"),
            ("Overview", f"{server.address}/"),
            ("Identity", tenant.identity_url),
            ("Organisation", tenant.org_id),
        ),
    )
    console.print("\n[bold]People[/]")
    _print_people(console, tuple(tenant.people.values()))
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
    console.print(
        f'  curl -H "Authorization: Bearer {server.control_token}" {plane}/tenants/{tenant.id}/mailboxes/{first.email}'
    )
    console.print("\nStop with Ctrl-C; nothing is saved.")


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
