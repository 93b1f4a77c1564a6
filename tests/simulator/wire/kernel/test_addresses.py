"""The addresses of the product's services, by which the vendor's client finds them."""

from deskproof.simulator.wire.kernel.addresses import PREFIXES, SERVICES


def test_each_service_is_where_its_clients_expect_it() -> None:
    assert dict(SERVICES) == {
        "u2c": "/u2c/api/v1",
        "wcc-api-gateway": "/wcc",
        "wdm": "/wdm/api/v1",
        "metrics": "/metrics/api/v1",
        "clientLogs": "/clientlogs/api/v1",
        "unifiedTelemetry": "/telemetry/api/v1",
        "mobius": "/api/v1",
        "hydra": "/hydra/v1",
    }


def test_the_prefixes_are_those_of_the_services_and_of_what_is_published() -> None:
    of_services = {"/u2c/", "/wcc/", "/wdm/", "/metrics/", "/clientlogs/", "/telemetry/", "/v1/", "/api/v1/"}
    assert set(PREFIXES) == {*of_services, "/v2/", "/search", "/organization/"}
