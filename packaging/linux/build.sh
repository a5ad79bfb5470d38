#!/usr/bin/env bash
# build.sh PRESET: configures, quietly unless it fails, and builds.
set -euo pipefail
cd "$(dirname "$0")/../.."

folder=build/$1
mkdir -p "$folder"
if ! cmake --preset "$1" >"$folder/configure.log" 2>&1; then
    cat "$folder/configure.log" >&2
    exit 1
fi
[ -e "$folder/.ninja_log" ] || echo "Building; the first time takes a few minutes." >&2
cmake --build --preset "$1"
