"""A certificate for https on this machine, made when it is needed; only a client that is given it trusts it."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from pathlib import Path

from deskproof.simulator.vendor_hosts import HOSTS

_OWN = ("127.0.0.1", "localhost", "*.localhost")


@dataclass(frozen=True, kw_only=True)
class Tls:
    """For https: a certificate that names 127.0.0.1, and its private key, both as PEM."""

    certificate: Path
    key: Path

    @property
    def fingerprint(self) -> str:
        """The fingerprint of its public key (`fingerprint_of`)."""
        return fingerprint_of(self.certificate.read_bytes())


def make_certificate(folder: Path) -> Tls:
    """A new certificate for this machine and the vendor's host names, in this folder. Clients that read
    `certificate` as the file of their authorities trust it.
    """
    import trustme  # late, as few runs need it

    authority = trustme.CA()
    issued = authority.issue_cert(*_OWN, *HOSTS.values())
    made = Tls(certificate=folder / "certificate.pem", key=folder / "key.pem")
    for part in (*issued.cert_chain_pems, authority.cert_pem):
        part.write_to_path(made.certificate, append=True)
    made.key.touch(mode=0o600)
    issued.private_key_pem.write_to_path(made.key)
    return made


def fingerprint_of(certificate: bytes) -> str:
    """The SHA-256 of the public key of the first certificate of a PEM, in Base64, as Chromium's switch
    `--ignore-certificate-errors-spki-list` takes it. ValueError when it is not a certificate.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    key = x509.load_pem_x509_certificate(certificate).public_key()
    content = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(hashlib.sha256(content).digest()).decode()
