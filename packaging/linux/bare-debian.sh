#!/usr/bin/env bash
# bare-debian.sh [FOLDER]: proves that a plain clone works on a bare Debian 12. Needs root and debootstrap.
#
# Makes a minimal Debian root with nothing but /proc and /dev/pts, clones the last commit into it, and runs there
# `./run` (which has no display, so the demonstration) and `./test`, each as a newcomer would. Prints both times.
# FOLDER keeps the root for another look; without it, it is made in a temporary folder and removed.
set -euo pipefail

repository=$(cd "$(dirname "$0")/../.." && pwd)
[ "$(id -u)" -eq 0 ] || { echo "Start it as root: debootstrap and chroot need it." >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "Install the package debootstrap first." >&2; exit 1; }

# A mount namespace of its own: what is mounted below is gone when this ends, however it ends.
[ -n "${BROTO_BARE_NAMESPACE:-}" ] || exec env BROTO_BARE_NAMESPACE=1 unshare --mount --pid --fork "$0" "$@"

root=${1:-$(mktemp -d)}
[ $# -gt 0 ] || trap 'umount "$root/proc" "$root/dev/pts" 2>/dev/null; rm -rf --one-file-system "$root"' EXIT
mkdir -p "$root"

if [ ! -e "$root/etc/debian_version" ]; then
    # The mirror this machine itself uses, when it is a Debian.
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 2>/dev/null | head -n 1 || true)
    debootstrap --variant=minbase --include=ca-certificates bookworm "$root" ${mirror:+"$mirror"} >/dev/null
    cp -r /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/"
fi
cp --dereference /etc/resolv.conf "$root/etc/resolv.conf"
mount -t proc proc "$root/proc"
mount -t devpts -o newinstance,ptmxmode=0666,mode=0620 devpts "$root/dev/pts"

rm -rf "$root/root/broto"
git clone --quiet --no-hardlinks "$repository" "$root/root/broto"

inside() {
    chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM="${TERM:-dumb}" LANG=C.UTF-8 \
        bash -c "cd /root/broto && $1"
}

started=$SECONDS
inside ./run
run_seconds=$((SECONDS - started))

started=$SECONDS
inside ./test
test_seconds=$((SECONDS - started))

started=$SECONDS
inside ./test >/dev/null
again_seconds=$((SECONDS - started))

printf 'On a bare Debian 12: ./run %d s, first ./test %d s, ./test again %d s\n' \
    "$run_seconds" "$test_seconds" "$again_seconds"
