"""The switches with which a Chromium finds the vendor's hosts in a simulator on this machine, and trusts it.

Rule: only the vendor's domains lead to the simulator, and only its own certificate is trusted without an authority; for
everything else the browser is as it was (PROTOCOL 2.3, way B).
"""

from __future__ import annotations

from dataclasses import dataclass

from deskproof.simulator.vendor_hosts import DOMAINS


@dataclass(frozen=True, kw_only=True)
class VendorHosts:
    """A simulator that answers at the vendor's hosts: its port on this machine, and the fingerprint of the public key
    of its certificate.
    """

    port: int
    fingerprint: str

    @property
    def flags(self) -> tuple[str, ...]:
        """The switches. Chromium takes the second only together with `--user-data-dir`."""
        rules = ", ".join(f"MAP {domain} 127.0.0.1:{self.port}" for domain in DOMAINS)
        return (f"--host-resolver-rules={rules}", f"--ignore-certificate-errors-spki-list={self.fingerprint}")
