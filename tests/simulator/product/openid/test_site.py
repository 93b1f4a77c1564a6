"""The names by which faults act at a provider."""

from deskproof.simulator.product.openid.site import place_names


def test_a_fault_acts_at_the_whole_provider_at_an_address_or_at_its_files() -> None:
    names = place_names("identity", {"/password": "password"})
    assert {"identity", "identity password", "identity file", "identity token"} <= set(names)
    assert len(names) == len(set(names))
