#!/usr/bin/env bash
# set-up.sh LIST...: installs the Debian packages named in the lists that are not there yet.
# With nothing missing it needs neither network nor rights. BROTO_SKIP_SET_UP=1 passes over it.
set -euo pipefail

[ -z "${BROTO_SKIP_SET_UP:-}" ] || exit 0

mapfile -t wanted < <(sed 's/#.*//' "$@" | awk 'NF { print $1 }')

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    {
        echo "This is not a Debian system, so nothing was installed. Install what these Debian packages hold"
        echo "and start again with BROTO_SKIP_SET_UP=1 in the environment:"
        printf '    %s\n' "${wanted[@]}"
    } >&2
    exit 1
fi

missing=()
for package in "${wanted[@]}"; do
    status=$(dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "These packages are missing, and without sudo only an administrator can install them:" >&2
        echo "    apt-get install ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi

echo "Installing ${#missing[@]} missing packages: ${missing[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
if ! "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >/dev/null; then
    echo "Not all of these packages could be installed. Broto is made for Debian 12; elsewhere names may differ." >&2
    exit 1
fi
