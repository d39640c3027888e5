#!/bin/sh
# Installs the system libraries that Qt needs on Debian and its relatives; elsewhere says what to install.
#   system_libraries.sh            installs what is missing (as root, or through sudo)
#   system_libraries.sh explain    only says what is needed, for a machine without apt
set -eu
list="$(dirname "$0")/debian-packages.txt"

explain() {
    cat >&2 <<'SENTENCES'
Peer Desktop needs Python 3.11 or newer with venv, and the system libraries of Qt:
  Debian, Ubuntu   make installs the packages of packaging/debian-packages.txt with apt-get
  Fedora           sudo dnf install python3 make mesa-libEGL mesa-libGL libxkbcommon-x11 xcb-util-cursor \
                       xcb-util-image xcb-util-keysyms xcb-util-renderutil xcb-util-wm nss alsa-lib \
                       libXcomposite libXdamage libXrandr libXtst libxkbfile dejavu-sans-fonts
  macOS, Windows   nothing besides Python: Qt brings its own libraries
SENTENCES
}

if [ "${1:-}" = explain ] || ! command -v apt-get >/dev/null 2>&1; then
    explain
    exit 0
fi

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# From Debian 13 and Ubuntu 24.04 on, some libraries carry the ending t64.
missing=
for name in $(sed 's/#.*//' "$list"); do
    is_installed "$name" || is_installed "${name}t64" || missing="$missing $name"
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
    as_root=sudo
    if ! command -v sudo >/dev/null 2>&1; then
        echo "These packages are missing, and only an administrator can install them:" >&2
        echo "  apt-get install --no-install-recommends$missing" >&2
        echo "Ask for them, then repeat this command." >&2
        exit 1
    fi
fi

echo "Installing system libraries:$missing"
$as_root apt-get update -qq
renamed=
for name in $missing; do
    if apt-cache show "${name}t64" >/dev/null 2>&1; then name="${name}t64"; fi
    renamed="$renamed $name"
done
# shellcheck disable=SC2086 # the names are meant to be separate words
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $renamed >/dev/null
