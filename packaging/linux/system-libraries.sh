#!/bin/sh
# Sees to the system libraries that Qt needs, and to the tools that validate the desktop files.
# Debian and Ubuntu only; silent when nothing is missing. Installs them when it may (as root or
# by a sudo that asks nothing), else prints the one command and leaves the rest to the user.
set -eu

qt="libgl1 libegl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0 libbrotli1"
window="libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
tools="desktop-file-utils appstream shared-mime-info"

command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || exit 0

installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p')
missing=
for package in $qt $window $tools; do
    # Newer releases call some of them NAMEt64; apt-get still finds those by the old name.
    printf '%s\n' "$installed" | grep -qxF -e "$package" -e "${package}t64" ||
        missing="$missing $package"
done
[ -n "$missing" ] || exit 0

tell() {
    echo "kzannotate needs system packages that are missing; install them with:" >&2
    echo "    sudo apt-get update && sudo apt-get install -y$missing" >&2
}

if [ "$(id -u)" = 0 ]; then
    may=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    may="sudo -n"
else
    tell
    exit 0
fi

echo "Installing system packages:$missing" >&2
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # lists of words, meant to be split
{ $may apt-get update -qq && $may apt-get install -y -qq --no-install-recommends $missing; } \
    </dev/null >&2 || tell
