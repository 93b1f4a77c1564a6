"""`python -m deskproof.simulator`: prints its address and control token, then serves until it is stopped.

Exit status: 0 stopped by a signal or by the end of standard input, 2 could not start.
"""

from __future__ import annotations

import errno
import gc
import ipaddress
import json
import os
import socket
import ssl
import sys

import click

from deskproof.simulator.runtime.drawn import drawn_secret
from deskproof.simulator.runtime.limits import Limits, limit_options

TOKEN_VARIABLE = "DESKPROOF_CONTROL_TOKEN"  # noqa: S105  the variable's name
SHORTEST_TOKEN = 16


class CannotStart(click.ClickException):
    """The simulator could not start (exit status 2). The message says what was seen and what to do."""

    exit_code = 2


@click.command(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8400, show_default=True, help="Port; 0 takes any free port."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="IPv4 address to listen on.")
@click.option("--open-to-network", is_flag=True, help="Allow a --host that other machines can reach.")
@click.option("--ready-json", is_flag=True, help="Print address and control token as one line of JSON.")
@click.option(
    "--tls-certificate",
    type=click.Path(exists=True, dir_okay=False),
    help="Serve https with this certificate (PEM); needs --tls-key.",
)
@click.option("--tls-key", type=click.Path(exists=True, dir_okay=False), help="The certificate's private key (PEM).")
@click.option(
    "--vendor-hosts",
    is_flag=True,
    help="Serve the product under the vendor's host names too, for clients whose addresses are fixed; needs https.",
)
@click.option(
    "--trusted-proxy",
    "trusted_proxies",
    multiple=True,
    metavar="ADDRESS",
    help="Trust X-Forwarded-Proto and X-Forwarded-For from this IP address or network; without it they are ignored. "
    "The proxy must pass Host on unchanged. May be given several times.",
)
@limit_options
@click.option(
    "--until-stdin-closes", is_flag=True, help="Stop when standard input ends, as it does when the parent dies."
)
def main(
    port: int,
    host: str,
    open_to_network: bool,
    ready_json: bool,
    tls_certificate: str | None,
    tls_key: str | None,
    vendor_hosts: bool,
    trusted_proxies: tuple[str, ...],
    until_stdin_closes: bool,
    limits: Limits,
) -> None:
    """Serve simulated tenants.

    \b
    Example:
      python -m deskproof.simulator --port 8400
    """
    address = _address(host, open_to_network)
    if (tls_certificate is None) != (tls_key is None):
        raise CannotStart("--tls-certificate and --tls-key go together; give both or neither.")
    if vendor_hosts and tls_certificate is None:
        raise CannotStart(
            "--vendor-hosts is given without https, which the vendor's clients use; add --tls-certificate and "
            "--tls-key."
        )
    proxies = [_proxy(text) for text in trusted_proxies]
    scheme = "https" if tls_certificate else "http"
    token = _token()
    listening = _bound(str(address), port)
    port = listening.getsockname()[1]
    reached_at = f"{scheme}://{'127.0.0.1' if address.is_unspecified else address}:{port}"

    def ready() -> None:
        if ready_json:
            print(json.dumps({"address": reached_at, "controlToken": token}), flush=True)
        else:
            print(f"Deskproof simulator at {reached_at}/  control token: {token}", flush=True)

    hosts = [] if address.is_unspecified else [str(address)]
    gc.disable()  # until the server has started: what is imported stays
    from deskproof.simulator.app import Application  # a wrong option is refused without it
    from deskproof.simulator.serving import Server

    application = Application(
        port=port, token=token, hosts=hosts, vendor_hosts=vendor_hosts, scheme=scheme, limits=limits
    )
    try:
        server = Server(
            application,
            ready=ready,
            watch_input=until_stdin_closes,
            certificate=tls_certificate,
            key=tls_key,
            trusted_proxies=proxies,
        )
    except ssl.SSLError:
        raise CannotStart(
            f"{tls_certificate} and {tls_key} cannot be used for https; expected a certificate and the private key "
            "that belongs to it, both as PEM."
        ) from None
    server.run(sockets=[listening])


def _address(host: str, open_to_network: bool) -> ipaddress.IPv4Address:
    try:
        address = ipaddress.IPv4Address("127.0.0.1" if host == "localhost" else host)
    except ValueError:
        raise CannotStart(f'--host is "{host}"; expected an IPv4 address such as 127.0.0.1.') from None
    if not address.is_loopback and not open_to_network:
        raise CannotStart(
            f"--host {host} can be reached by other machines, which could then control this simulator; "
            "add --open-to-network to allow that."
        )
    return address


def _proxy(text: str) -> str:
    try:
        network = ipaddress.ip_network(text)
    except ValueError:
        network = None
    if network is None or network.prefixlen == 0:
        raise CannotStart(
            f'--trusted-proxy is "{text}"; expected the IP address of a proxy such as 127.0.0.1, or a network such as '
            "10.0.0.0/8."
        )
    return str(network) if network.num_addresses > 1 else str(network.network_address)


def _token() -> str:
    given = os.environ.get(TOKEN_VARIABLE)
    if given is None:
        return drawn_secret()
    if len(given) < SHORTEST_TOKEN or not given.isascii() or not given.isprintable() or " " in given:
        raise CannotStart(
            f"{TOKEN_VARIABLE} has {len(given)} characters; expected at least {SHORTEST_TOKEN} printable ASCII ones "
            "without spaces, or leave it unset to have a token generated."
        )
    return given


def _bound(host: str, port: int) -> socket.socket:
    """A listening socket. Its protocol is named, because asyncio turns off Nagle's algorithm only for TCP by name."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(socket.SOMAXCONN)
    except OSError as error:
        listening.close()
        raise CannotStart(_why_not_bound(error, host, port)) from None
    return listening


def _why_not_bound(error: OSError, host: str, port: int) -> str:
    """Why the simulator cannot listen at the address, and what to do, in a sentence."""
    match error.errno:
        case errno.EADDRINUSE:
            return f"Port {port} of {host} is in use by another program; choose another with --port, or 0 for any."
        case errno.EACCES:
            return f"Port {port} of {host} needs permissions that this user does not have; choose a --port above 1023."
        case errno.EADDRNOTAVAIL:
            return f"This machine does not have the address {host}; choose one of its own with --host."
        case _:
            return f"Listening on {host}:{port} failed ({error.strerror}); choose another --host or --port."


if __name__ == "__main__":
    main(prog_name="python -m deskproof.simulator")
    sys.exit(0)
