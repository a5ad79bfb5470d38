#!/usr/bin/env bash
# exact_instructions.sh LIBRARY...: fails when code holds a reciprocal or a root that is approximate. Each maker's
# processors round those differently, and the same seed would not give the same weights.
set -euo pipefail
found=$(objdump --disassemble --demangle --no-show-raw-insn "$@" |
    awk '/^[0-9a-f]+ <.*>:$/ { name = $0; sub(/^[0-9a-f]+ /, "", name) } /\tv?r(cp|sqrt)(14|28)?[ps][sdh]/ { print name, $2 }' | sort -u)
if [ -n "$found" ]; then
    printf 'Approximate instructions, one line a function:\n%s\n' "$found"
    exit 1
fi
