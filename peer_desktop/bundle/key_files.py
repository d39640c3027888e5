"""Keeps a publisher's keys in files: the private one encrypted and readable by its owner alone."""

import os
from dataclasses import dataclass
from pathlib import Path

from peer_desktop.bundle.disk import problems_of
from peer_desktop.bundle.minisign import MinisignError, PublicKey
from peer_desktop.bundle.problems import KeyUnreadable, NotWritten, PassphraseWrong
from peer_desktop.bundle.secret_key import MEMORY, PassphraseError, SecretKey
from peer_desktop.directory.language import Bilingual

LARGEST = 4096
"""Bytes; a key file is a few hundred."""


@dataclass(frozen=True, slots=True)
class KeyFiles:
    """Both files of a new key."""

    private: Path
    public: Path
    key: PublicKey


def make_key_files(name: Path, passphrase: str, memory: int = MEMORY) -> KeyFiles:
    """Write `name`.key and `name`.pub. Raises NotWritten when one is there already, or KeyUnreadable."""
    private, public = (name.with_name(name.name + ending) for ending in (".key", ".pub"))
    for place in (private, public):
        if place.exists():
            raise NotWritten(file=place, reason=Bilingual("it is there already", "il existe déjà"))
    if not passphrase:
        reason = Bilingual("a key needs a passphrase", "une clé a besoin d'une phrase de passe")
        raise KeyUnreadable(file=private, reason=reason)
    key = SecretKey.new()
    encrypted = key.encrypted(passphrase, memory)
    with problems_of(name.parent):
        handle = os.open(private, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii", newline="\n") as file:
            file.write(encrypted)
        public.write_text(key.public.text, encoding="ascii", newline="\n")
    return KeyFiles(private, public, key.public)


def read_secret_key(file: Path, passphrase: str) -> SecretKey:
    """Open a private key. Raises KeyUnreadable or PassphraseWrong."""
    try:
        return SecretKey.read(key_text(file), passphrase)
    except MinisignError as error:
        raise KeyUnreadable(file=file, reason=error.reason) from error
    except PassphraseError as error:
        raise PassphraseWrong(file=file) from error


def read_public_key(file: Path) -> PublicKey:
    """Read a public key. Raises KeyUnreadable."""
    try:
        return PublicKey.read(key_text(file))
    except MinisignError as error:
        raise KeyUnreadable(file=file, reason=error.reason) from error


def key_text(file: Path) -> str:
    """What a key file holds. Raises KeyUnreadable."""
    try:
        with file.open("rb") as stream:
            return stream.read(LARGEST).decode("ascii")
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise KeyUnreadable(file=file, reason=Bilingual(why, why)) from error
    except UnicodeDecodeError as error:
        reason = Bilingual("it is not plain text", "ce n'est pas du texte simple")
        raise KeyUnreadable(file=file, reason=reason) from error
