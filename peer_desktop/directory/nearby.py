"""Measures how far listings are from a place, and how each of them serves it."""

import math

import numpy as np
from numpy.typing import NDArray

EARTH_RADIUS_KM = 6371.0
LOCAL_KM = 100.0
"""How far a person is expected to travel for something local when no distance is asked."""

Floats = NDArray[np.float32]


def unit_vectors(latitudes: NDArray[np.floating], longitudes: NDArray[np.floating]) -> Floats:
    """Points on the unit sphere from WGS 84 degrees, shape (3, n); NaN stays NaN."""
    lat = np.radians(np.asarray(latitudes, np.float64))
    lon = np.radians(np.asarray(longitudes, np.float64))
    vectors = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    return vectors.astype(np.float32)


def squared_chords(vectors: Floats, latitude: float, longitude: float) -> Floats:
    """Squared straight distance on the unit sphere to one place; exact to a metre, and needs no roots."""
    here = unit_vectors(np.array([latitude]), np.array([longitude]))
    total = np.zeros(vectors.shape[1], np.float32)
    for axis, origin in zip(vectors, here, strict=True):
        difference = axis - origin
        difference *= difference
        total += difference
    return total


def squared_chord_of(kilometres: float) -> np.float32:
    """The squared chord that this distance on the ground has."""
    return np.float32((2 * math.sin(min(kilometres, 20_000) / EARTH_RADIUS_KM / 2)) ** 2)


def kilometres(chords: Floats) -> Floats:
    """Squared chords as kilometres on the ground."""
    half = np.sqrt(np.clip(chords, 0, 4)) / 2
    return (2 * EARTH_RADIUS_KM * np.arcsin(np.clip(half, 0, 1))).astype(np.float32)
