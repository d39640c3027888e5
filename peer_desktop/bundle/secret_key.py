"""Keeps a private key in an encrypted minisign file: nobody signs without its passphrase."""

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from peer_desktop.bundle import minisign
from peer_desktop.bundle.minisign import KEY_KIND, MinisignError, PublicKey

_COMMENT = "untrusted comment: minisign encrypted secret key"
_SCRYPT, _BLAKE2B = b"Sc", b"B2"
_LENGTH = 2 + 2 + 2 + 32 + 8 + 8 + 104
_MEBIBYTE = 1024 * 1024
_MOST_MEMORY = 1024 * _MEBIBYTE
"""What minisign itself asks for; a file that asks for more is not opened."""

MEMORY = 128 * _MEBIBYTE
"""What opening a key made here takes: any laptop has it, and guessing stays slow."""


class PassphraseError(ValueError):
    """The passphrase does not open the key."""


@dataclass(frozen=True, slots=True)
class SecretKey:
    """A private key in memory. Not shown by repr."""

    key_id: bytes
    seed: bytes

    @classmethod
    def new(cls) -> "SecretKey":
        """A key that nobody else has."""
        return cls(secrets.token_bytes(8), secrets.token_bytes(32))

    def __repr__(self) -> str:
        return f"SecretKey({minisign.shown_id(self.key_id)})"

    @property
    def public(self) -> PublicKey:
        """What proves the signatures of this key."""
        return PublicKey(
            self.key_id, Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw()
        )

    def sign(self, message: bytes, trusted_comment: str) -> bytes:
        """A `.minisig` file for these bytes."""
        return minisign.sign(message, trusted_comment, self.key_id, self.seed)

    def encrypted(self, passphrase: str, memory: int = MEMORY) -> str:
        """The key as a file. `memory` (bytes, a power of two from 1 MiB) is what each guess will cost."""
        if not passphrase:
            raise PassphraseError("a key needs a passphrase")
        salt = secrets.token_bytes(32)
        operations = memory // 32
        secret = self.key_id + self.seed + self.public.key
        plain = secret + _checksum(secret)
        content = b"".join((
            KEY_KIND, _SCRYPT, _BLAKE2B, salt,
            operations.to_bytes(8, "little"), memory.to_bytes(8, "little"),
            _mixed(plain, _stream(passphrase, salt, operations, memory)),
        ))  # fmt: skip
        return f"{_COMMENT}\n{base64.b64encode(content).decode()}\n"

    @classmethod
    def read(cls, text: str, passphrase: str) -> "SecretKey":
        """Open a key file. Raises MinisignError, or PassphraseError."""
        lines = text.strip().splitlines()
        if len(lines) != 2:
            raise MinisignError("not a minisign private key", "ce n'est pas une clé privée minisign")
        content = minisign.decoded(lines[1].strip().encode("ascii", "replace"), _LENGTH)
        if content[:2] != KEY_KIND or content[4:6] != _BLAKE2B:
            raise MinisignError("not a minisign private key", "ce n'est pas une clé privée minisign")
        if content[2:4] != _SCRYPT:
            raise MinisignError(
                "a private key without a passphrase is not used",
                "une clé privée sans phrase de passe n'est pas utilisée",
            )
        salt, rest = content[6:38], content[38:]
        operations, memory = (int.from_bytes(rest[at : at + 8], "little") for at in (0, 8))
        plain = _mixed(rest[16:], _stream(passphrase, salt, operations, memory))
        secret, checksum = plain[:72], plain[72:]
        if not hmac.compare_digest(checksum, _checksum(secret)):
            raise PassphraseError("the passphrase does not open the key")
        return cls(secret[:8], secret[8:40])


def _checksum(secret: bytes) -> bytes:
    return hashlib.blake2b(KEY_KIND + secret, digest_size=32).digest()


def _mixed(content: bytes, stream: bytes) -> bytes:
    return bytes(one ^ other for one, other in zip(content, stream, strict=True))


def _stream(passphrase: str, salt: bytes, operations: int, memory: int) -> bytes:
    """104 bytes from the passphrase, with the parameters that libsodium derives from the two limits."""
    if memory > _MOST_MEMORY or operations > _MOST_MEMORY:
        raise MinisignError(
            "opening it would take more memory than this program gives",
            "l'ouvrir demanderait plus de mémoire que ce programme n'en donne",
        )
    operations, block = max(operations, 32768), 8
    if operations < memory // 32:
        rounds, most = 1, operations // (block * 4)
    else:
        rounds, most = 0, memory // (block * 128)
    power = next(power for power in range(1, 63) if 2**power > most // 2)
    if not rounds:
        rounds = min(operations // 4 // 2**power, 0x3FFFFFFF) // block
    if rounds < 1 or power > 20 or rounds > 64:
        raise MinisignError("its limits are not possible", "ses limites sont impossibles")
    needed = 128 * block * (2**power + rounds + 2)
    return hashlib.scrypt(
        passphrase.encode(), salt=salt, n=2**power, r=block, p=rounds, maxmem=needed + _MEBIBYTE, dklen=104
    )
