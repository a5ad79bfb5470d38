#!/usr/bin/env bash
# only_its_own_symbols.sh OBJECT: fails when an object that is compiled for some processors alone holds a function that
# others might be linked to, a template's or an inline one's. The linker keeps one copy of those, and it may be this one.
set -euo pipefail
shared=$(nm --demangle "$1" | grep -E ' [VWuvw] ' || true)
if [ -n "$shared" ]; then
    printf 'What this object shares with others must go, or be in an unnamed namespace:\n%s\n' "$shared"
    exit 1
fi
own=$(nm --demangle "$1" | grep -c ' T ')
[ "$own" -eq 1 ] || { printf 'One door is expected, not %s.\n' "$own" && exit 1; }
