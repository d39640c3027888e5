"""Names the libraries that a Linux package takes from the system it runs on, never along with it."""

from pathlib import PurePosixPath

LEFT_TO_THE_SYSTEM = frozenset(
    {
        # The C library and what belongs to it.
        "ld-linux-x86-64.so.2", "libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "librt.so.1",
        "libresolv.so.2", "libutil.so.1",
        # The graphics driver is often compiled with a newer compiler than ours, and brings what it needs.
        "libstdc++.so.6", "libgcc_s.so.1",
        # Fits the driver of the graphics card.
        "libGL.so.1", "libGLX.so.0", "libEGL.so.1", "libOpenGL.so.0", "libGLdispatch.so.0", "libgbm.so.1",
        "libdrm.so.2", "libvulkan.so.1", "libGLESv2.so.2", "libxcb-dri3.so.0",
        # Every desktop has them, and they belong to its display, its sound and its messages.
        "libX11.so.6", "libX11-xcb.so.1", "libXau.so.6", "libXdmcp.so.6", "libXext.so.6", "libXrender.so.1",
        "libxcb.so.1", "libdbus-1.so.3", "libglib-2.0.so.0", "libgthread-2.0.so.0", "libasound.so.2",
        "libudev.so.1",
        # Fits the running Wayland display; on an X display nothing asks for it.
        "libwayland-client.so.0", "libwayland-cursor.so.0", "libwayland-egl.so.1",
        # Fits the running print service; without one there is no printer.
        "libcups.so.2",
    }
)  # fmt: skip

PACKAGES = {
    "libc6 (>= 2.35)": "the C library of Debian 12, Ubuntu 22.04 or newer",
    "libstdc++6": "the C++ library",
    "libegl1": "graphics",
    "libgl1": "graphics",
    "libgbm1": "graphics of the map",
    "libdrm2": "graphics of the map",
    "libxcb-dri3-0": "graphics of the map",
    "libx11-6": "an X display, or none",
    "libx11-xcb1": "an X display, or none",
    "libxext6": "an X display, or none",
    "libxrender1": "an X display, or none",
    "libdbus-1-3": "messages of the desktop",
    "libglib2.0-0 | libglib2.0-0t64": "messages of the desktop",
    "libasound2 | libasound2t64": "the web engine asks for it; the program makes no sound",
    "libudev1": "devices",
    "fontconfig-config": "where fonts are",
    "fonts-dejavu-core | fonts-liberation | fonts-liberation2 | fonts-freefont-ttf": "any font",
}
"""Debian package → why: all that the target needs. The .deb depends on them; trials have them alone."""

RECOMMENDED = {
    "libwayland-client0": "a Wayland display",
    "libwayland-cursor0": "a Wayland display",
    "libwayland-egl1": "a Wayland display",
    "libcups2 | libcups2t64": "printers",
}


def is_left_to_the_system(path: str) -> bool:
    """Whether a library, by its path or name, is none of ours."""
    return PurePosixPath(path).name in LEFT_TO_THE_SYSTEM
