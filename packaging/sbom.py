"""Writes the bill of materials of a package, as CycloneDX 1.6 JSON without addresses."""

import json
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from components import Component
from folder import Build


def bill(components: Sequence[Component], build: Build, system: str) -> str:
    """The document; the same build gives the same bytes. `system`: linux-x86_64 or windows-x64."""
    ours = f"pkg:generic/peer-desktop@{build.version}"
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, f'{ours} {build.commit} {system}')}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(build.time, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": ours,
                "name": "Peer Desktop",
                "version": build.version,
                "purl": ours,
                "licenses": [{"license": {"id": "MIT"}}],
                "properties": [
                    {"name": "peer-desktop:system", "value": system},
                    {"name": "peer-desktop:commit", "value": build.commit},
                ],
            },
        },
        "components": [_component(each, place) for place, each in enumerate(components)],
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _component(component: Component, place: int) -> dict[str, Any]:
    said: dict[str, Any] = {
        "type": component.kind,
        "bom-ref": component.purl or f"{component.kind}-{place}",
        "name": component.name,
    }
    if component.version:
        said["version"] = component.version
    if component.purl:
        said["purl"] = component.purl
    if component.licence and component.licence != "see the text":
        said["licenses"] = [{"license": {"name": component.licence}}]
    return said
