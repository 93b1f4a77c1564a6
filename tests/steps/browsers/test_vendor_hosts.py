"""The switches that lead the vendor's hosts to a simulator: only those, and with its certificate."""

from deskproof.simulator.vendor_hosts import DOMAINS, PAGES
from deskproof.steps.browsers.vendor_hosts import VendorHosts


def test_only_the_vendors_domains_lead_there() -> None:
    rules, trust = VendorHosts(port=8443, fingerprint="abc=").flags
    mapped = rules.removeprefix("--host-resolver-rules=").split(", ")
    excluded = [f"EXCLUDE {host}" for host in PAGES]
    assert mapped == [*(f"MAP {domain} 127.0.0.1:8443" for domain in DOMAINS), *excluded]
    assert "*" not in DOMAINS
    assert trust == "--ignore-certificate-errors-spki-list=abc="
