"""The bodies of an agent's requests."""

from deskproof.steps.day.requests import available, idle, station


def test_a_station_is_a_number_or_an_extension() -> None:
    by_number, by_extension = station("+12015550148", "t-1"), station("2448", "t-1", extension=True)
    assert (by_number["deviceType"], by_number["isExtension"]) == ("AGENT_DN", False)
    assert (by_extension["deviceType"], by_extension["isExtension"]) == ("EXTENSION", True)
    assert by_extension["dialNumber"] == by_extension["deviceId"] == "2448"


def test_a_state_has_its_code() -> None:
    assert (available("a")["state"], available("a")["auxCodeId"]) == ("Available", "0")
    assert (idle("a", "lunch")["state"], idle("a", "lunch")["auxCodeId"]) == ("Idle", "lunch")
