#!/bin/sh
# Installs what is missing of a list of Debian packages: needed_packages.sh LIST…
set -eu
missing=
for name in $(cat "$@" | sed 's/#.*//'); do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing="$missing $name"
done
[ -n "$missing" ] || exit 0
as_root=
[ "$(id -u)" -eq 0 ] || as_root=sudo
echo "Installing:$missing"
$as_root apt-get update -qq
# shellcheck disable=SC2086 # the names are meant to be separate words
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing
