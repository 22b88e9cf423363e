"""An address that asks for encryption: what is wrong with it is said, not "cannot be reached"."""

import contextlib
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from graph import open_store
from graph.errors import StoreError

HOST = "127.0.0.1"


@contextlib.contextmanager
def endpoint(greet: Callable[[socket.socket], None]) -> Iterator[int]:
    """A port where whoever connects is greeted and let go."""
    with socket.create_server((HOST, 0)) as server:

        def serve() -> None:
            with contextlib.suppress(OSError):  # closed: the test is over
                while True:
                    client, _ = server.accept()
                    with client, contextlib.suppress(OSError):
                        greet(client)

        thread = threading.Thread(target=serve)
        thread.start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)
        thread.join()


@pytest.fixture(scope="module")
def self_signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate that vouches for itself, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HOST))]),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    pem = serialization.Encoding.PEM
    path.write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(pem)
    )
    return path


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_certificate_nobody_vouches_for_is_named(scheme: str, self_signed: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(self_signed)

    def greet(client: socket.socket) -> None:
        with context.wrap_socket(client, server_side=True) as encrypted:
            encrypted.recv(1)

    with endpoint(greet) as port, pytest.raises(StoreError) as caught:
        open_store(f"{scheme}://{HOST}:{port}/neo4j")
    assert caught.value.key == "store.certificate"
    for language, word in (("vi", "chứng thư"), ("en", "certificate")):
        told = caught.value.text(language)
        assert word in told
        assert "self-signed" in told
        assert "+ssc" in told


@pytest.mark.parametrize("scheme", ["bolt+s", "bolt+ssc", "neo4j+s", "neo4j+ssc"])
@pytest.mark.parametrize("answer", [b"", b"HTTP/1.1 400 Bad Request\r\n\r\n"])
def test_a_server_that_does_not_encrypt_is_named(scheme: str, answer: bytes) -> None:
    def greet(client: socket.socket) -> None:
        client.recv(4096)
        client.sendall(answer)

    with endpoint(greet) as port, pytest.raises(StoreError) as caught:
        open_store(f"{scheme}://{HOST}:{port}/neo4j")
    assert caught.value.key == "store.encryption"
    assert f"{scheme}://" in caught.value.text("vi")


def test_a_port_where_nobody_listens_cannot_be_reached() -> None:
    with socket.create_server((HOST, 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(StoreError) as caught:
        open_store(f"bolt+s://{HOST}:{port}/neo4j")
    assert caught.value.key == "store.unreachable"
