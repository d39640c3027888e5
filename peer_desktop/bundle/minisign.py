"""Checks and makes minisign signatures, so that anyone can check a bundle with the minisign tool itself.

Format: https://jedisct1.github.io/minisign/, only its `ED` kind (Ed25519 over a BLAKE2b-512 hash).
"""

import base64
import binascii
import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from peer_desktop.bundle.fingerprint import fingerprint_of
from peer_desktop.directory.language import Bilingual

KEY_KIND = b"Ed"
_SIGNATURE_KIND = b"ED"
_UNTRUSTED = b"untrusted comment: "
_TRUSTED = b"trusted comment: "


class MinisignError(ValueError):
    """The text is no key or signature of this format; `reason` says which part is wrong."""

    def __init__(self, english: str, french: str) -> None:
        self.reason = Bilingual(english, french)
        super().__init__(english)


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A key that proves signatures."""

    key_id: bytes
    """Eight bytes that name the key."""
    key: bytes
    """32 bytes, Ed25519."""

    @classmethod
    def read(cls, text: str) -> "PublicKey":
        """Read a key file, or its second line alone. Raises MinisignError."""
        lines = [line.strip() for line in text.strip().splitlines()]
        if len(lines) == 2 and lines[0].startswith(_UNTRUSTED.decode()):
            del lines[0]
        if len(lines) != 1:
            raise MinisignError("not a minisign public key", "ce n'est pas une clé publique minisign")
        content = decoded(lines[0].encode("ascii", "replace"), 42)
        if content[:2] != KEY_KIND:
            raise MinisignError("not a minisign public key", "ce n'est pas une clé publique minisign")
        return cls(content[2:10], content[10:])

    @property
    def line(self) -> str:
        """The key as one line, without its comment."""
        return base64.b64encode(KEY_KIND + self.key_id + self.key).decode()

    @property
    def text(self) -> str:
        """The key as the file that minisign writes."""
        return f"untrusted comment: minisign public key {self.name}\n{self.line}\n"

    @property
    def name(self) -> str:
        """The id as minisign shows it: 16 hexadecimal digits."""
        return shown_id(self.key_id)

    @property
    def fingerprint(self) -> str:
        """Of all 42 bytes that the line holds: kind, id and key."""
        return fingerprint_of(KEY_KIND + self.key_id + self.key)


def shown_id(key_id: bytes) -> str:
    """The id of a key as minisign shows it."""
    return key_id[::-1].hex().upper()


@dataclass(frozen=True, slots=True)
class Signature:
    """What a `.minisig` file holds."""

    key_id: bytes
    signature: bytes
    trusted_comment: str
    comment_signature: bytes

    @classmethod
    def read(cls, content: bytes) -> "Signature":
        """Read exactly what minisign writes: four lines, each ended by a line feed. Raises MinisignError."""
        lines = content.split(b"\n")
        if len(lines) != 5 or lines[4] or b"\r" in content:
            raise MinisignError("not four lines", "elle n'a pas quatre lignes")
        if not lines[0].startswith(_UNTRUSTED) or not lines[2].startswith(_TRUSTED):
            raise MinisignError("its comments are missing", "ses commentaires sont absents")
        signed = decoded(lines[1], 74)
        if signed[:2] != _SIGNATURE_KIND:
            raise MinisignError("an old kind of signature", "c'est une signature d'un ancien type")
        try:
            comment = lines[2][len(_TRUSTED) :].decode("ascii")
        except UnicodeDecodeError as error:
            raise MinisignError(
                "its comment is not plain text", "son commentaire n'est pas du texte simple"
            ) from error
        return cls(signed[2:10], signed[10:], comment, decoded(lines[3], 64))

    def proves(self, message: bytes, key: PublicKey) -> bool:
        """Whether the owner of this key signed these bytes, and this comment with them."""
        owner = Ed25519PublicKey.from_public_bytes(key.key)
        try:
            owner.verify(self.signature, hashlib.blake2b(message).digest())
            owner.verify(self.comment_signature, self.signature + self.trusted_comment.encode())
        except InvalidSignature:
            return False
        return self.key_id == key.key_id


def sign(message: bytes, trusted_comment: str, key_id: bytes, seed: bytes) -> bytes:
    """A `.minisig` file for these bytes; the same input gives the same file. `seed` is 32 secret bytes."""
    owner = Ed25519PrivateKey.from_private_bytes(seed)
    signature = owner.sign(hashlib.blake2b(message).digest())
    comment = trusted_comment.encode("ascii")
    return b"".join((
        _UNTRUSTED, b"signature from a Peer Desktop publisher\n",
        base64.b64encode(_SIGNATURE_KIND + key_id + signature), b"\n",
        _TRUSTED, comment, b"\n",
        base64.b64encode(owner.sign(signature + comment)), b"\n",
    ))  # fmt: skip


def decoded(line: bytes, length: int) -> bytes:
    """The bytes that a line of base64 stands for, exactly so many. Raises MinisignError."""
    try:
        content = base64.b64decode(line, validate=True)
    except binascii.Error as error:
        raise MinisignError("not base64", "ce n'est pas du base64") from error
    if len(content) != length or base64.b64encode(content) != line:
        raise MinisignError("not as long as it must be", "elle n'a pas la bonne longueur")
    return content
