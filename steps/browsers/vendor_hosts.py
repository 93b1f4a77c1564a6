"""The switches with which a Chromium finds the vendor's hosts in a simulator on this machine, and trusts it.

Rule: only the vendor's domains lead to the simulator, and only its own certificate is trusted without an authority; for
everything else the browser is as it was (PROTOCOL 2.3, way B).
"""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx

from deskproof.simulator.certificate import Tls, fingerprint_of
from deskproof.simulator.vendor_hosts import DOMAINS, HOSTS, PAGES

_ANSWER_SECONDS = 10.0


class NoVendorHosts(Exception):
    """No simulator answers at the vendor's hosts; the message says what was seen and what to do."""


@dataclass(frozen=True, kw_only=True)
class VendorHosts:
    """A simulator that answers at the vendor's hosts: its port on this machine, and the fingerprint of the public key
    of its certificate.
    """

    port: int
    fingerprint: str

    @classmethod
    def of(cls, address: str, tls: Tls) -> VendorHosts:
        """Those of the simulator at this address with this certificate."""
        return cls(port=urlsplit(address).port or 443, fingerprint=tls.fingerprint)

    @property
    def flags(self) -> tuple[str, ...]:
        """The switches. Chromium takes the second only together with `--user-data-dir`."""
        mapped = (f"MAP {domain} 127.0.0.1:{self.port}" for domain in DOMAINS)
        rules = ", ".join((*mapped, *(f"EXCLUDE {host}" for host in PAGES)))
        return (f"--host-resolver-rules={rules}", f"--ignore-certificate-errors-spki-list={self.fingerprint}")


def vendor_hosts_at(port: int) -> VendorHosts:
    """The simulator at this port of this machine, which answers at the vendor's hosts. Raises NoVendorHosts."""
    start = "'deskproof serve --tls --vendor-hosts'"
    try:
        certificate = ssl.get_server_certificate(("127.0.0.1", port), timeout=_ANSWER_SECONDS)
        answer = httpx.get(
            f"https://127.0.0.1:{port}/v1/region",
            headers={"Host": HOSTS["region"]},
            timeout=_ANSWER_SECONDS,
            trust_env=False,
            verify=False,  # noqa: S501  what is asked here is which certificate the browser shall trust
        )
    except ssl.SSLError:
        raise NoVendorHosts(
            f"What answers at port {port} does not speak https; start the simulator with {start}, or name its --port."
        ) from None
    except (OSError, httpx.HTTPError):
        raise NoVendorHosts(
            f"No simulator answers at port {port} of this machine; start one with {start}, or name its --port."
        ) from None
    if "clientRegion" not in answer.text:
        raise NoVendorHosts(
            f"What answers at port {port} does not answer at the vendor's hosts (it answered {answer.status_code} as "
            f"{HOSTS['region']}); start the simulator with {start}, or name its --port."
        )
    return VendorHosts(port=port, fingerprint=fingerprint_of(certificate.encode()))
