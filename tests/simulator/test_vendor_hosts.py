"""The vendor's hosts: one table, and the domains that lead to it."""

import pytest

from deskproof.simulator.vendor_hosts import HOSTS, is_vendors
from deskproof.simulator.wire.kernel.addresses import SERVICES


def test_every_service_of_the_catalogue_has_a_host_of_the_vendors() -> None:
    assert SERVICES.keys() <= HOSTS.keys()
    assert all(is_vendors(host) for host in HOSTS.values())


@pytest.mark.parametrize(
    "host",
    ["localhost", "t-0001.localhost", "example.com", "wbx2.com.example", "www.cisco.com", "web-sdk.webex.com"],
)
def test_nothing_else_is_the_vendors(host: str) -> None:
    assert not is_vendors(host)
