"""Holds the public keys that every copy of the program trusts; no private key is in the repository."""

from collections.abc import Mapping

BUILT_IN_KEYS: Mapping[str, str] = {
    # fingerprint 12Z2-5J7H-YMN9-M5NW-PCZZ-4MTT-PDEF-ZR1Q
    "publisher": "RWSRoE1NYMYdbKd/nhG4RaxkExpQmJvbnwNEIIN5eTGmv+NYh12+tBdo",
    # fingerprint E5HY-X1YE-GZSX-0NM2-HFS8-DMWB-MPGF-1G6N; used when the first is lost or stolen
    "backup": "RWTpqkVer6vnyWxP3zgZtlTOrlEsrawgYz7lOf40e+MdVOMqhsTxiG1v",
}
"""Name → minisign public key."""
