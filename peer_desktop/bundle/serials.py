"""Keeps time from running backwards: which serial of which channel may be installed."""

from peer_desktop.bundle.manifest import Manifest
from peer_desktop.bundle.problems import AlreadyInstalled
from peer_desktop.bundle.refusals import FarAhead, Older, OtherChannel, SameSerialOtherContent
from peer_desktop.bundle.store import Current, Store

FARTHEST_AHEAD = 10_000
"""A slip of the publisher must not shut out every later bundle."""


def check_serial(
    manifest: Manifest, manifest_sha256: str, store: Store, current: Current, channel: str | None
) -> None:
    """Raises OtherChannel, Older, SameSerialOtherContent, FarAhead, or AlreadyInstalled.

    `channel` is that of the current directory, None when it cannot be read. A put-back does not lower the
    floor.
    """
    if channel is not None and manifest.channel != channel:
        raise OtherChannel(channel=manifest.channel, installed=channel)
    floor, manifests = store.floor(manifest.channel)
    if manifest.serial < floor:
        raise Older(serial=manifest.serial, floor=floor)
    if manifest.serial > floor + FARTHEST_AHEAD:
        raise FarAhead(serial=manifest.serial, floor=floor)
    if manifest.serial == floor:
        if manifest_sha256 not in manifests:
            raise SameSerialOtherContent(serial=manifest.serial)
        if current.receipt is not None and current.receipt.manifest_sha256 == manifest_sha256:
            raise AlreadyInstalled(serial=manifest.serial)
