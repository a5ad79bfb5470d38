#!/usr/bin/env bash
# fuzz.sh TARGET [SECONDS]     lets libFuzzer look for what breaks a door: csv, sidecar, project, recovery,
#                              description, core_index, frame, board, client, lines, hex, tflite, onnx or tensorflores;
#                              600 s if not said
# fuzz.sh TARGET --keep        adds what the last runs found new to the kept corpus, minimised
# fuzz.sh TARGET --planted     shows that it finds a bug, from nothing: one that is planted in a copy of the reader of csv,
#                              recovery, description, core_index, frame, board, client, tflite or onnx
# New inputs gather in build/fuzz/inputs/TARGET, findings in build/fuzz/findings. A finding ends the run with exit code 1;
# replay it with build/dev/bin/replay_TARGET FILE.
set -euo pipefail
cd "$(dirname "$0")/../.."

target=${1:?which door: csv, sidecar, project, recovery, description, core_index, frame, board, client, lines, hex, tflite, onnx or tensorflores?}
mode=${2:-600}
program=fuzz_$target
[ "$mode" != --planted ] || program=fuzz_${target}_planted

mkdir -p build/fuzz
cmake --preset fuzz >build/fuzz/configure.log 2>&1 || { cat build/fuzz/configure.log >&2 && exit 1; }
cmake --build --preset fuzz --target "$program" >build/fuzz/build.log || { cat build/fuzz/build.log >&2 && exit 1; }

corpus=tests/fuzz/corpus/$target
inputs=build/fuzz/inputs/$target
findings=build/fuzz/findings
largest=1024 # speed counts for more than size: what a table can hold fits in a few lines
case $target in
project) largest=65536 ;;
client) largest=256 ;; # every byte may be seconds of the line's time
recovery | tflite | onnx | tensorflores) largest=8192 ;;
description) largest=4096 ;;
esac
mkdir -p "$corpus" "$inputs" "$findings"
# Most of the time would go into statistics about the corpus and into memory that is given back.
export ASAN_OPTIONS=allocator_release_to_os_interval_ms=-1:malloc_context_size=8:quarantine_size_mb=8:max_malloc_fill_size=0
options=(-entropic=0 -max_len=$largest -timeout=10 -rss_limit_mb=2048 -artifact_prefix="$findings/$target-")
dictionary=tests/fuzz/$target.dict
[ ! -e "$dictionary" ] || options+=(-dict="$dictionary")

# The tables that hurt are where the search begins; two zero bytes stand for no options.
if [ "$target" = csv ]; then
    for table in tests/data/csv/*.csv; do
        [ "$(stat -c %s "$table")" -ge $largest ] || { printf '\0\0' && cat "$table"; } >"$inputs/$(basename "$table")"
    done
fi

case $mode in
--keep)
    "build/fuzz/bin/$program" "${options[@]}" -merge=1 "$corpus" "$inputs"
    ls "$corpus" | wc -l
    ;;
--planted)
    fresh=$(mktemp -d)
    trap 'rm -rf "$fresh"' EXIT
    started=$SECONDS
    if "build/fuzz/bin/$program" "${options[@]}" -seed=1 -max_total_time=180 "$fresh" >build/fuzz/planted.log 2>&1; then
        echo "The planted bug was not found within three minutes." >&2
        exit 1
    fi
    grep -aE 'ERROR: AddressSanitizer|does not hold|runtime error' build/fuzz/planted.log | head -n 1
    echo "The planted bug was found after $((SECONDS - started)) s."
    ;;
*)
    "build/fuzz/bin/$program" "${options[@]}" -max_total_time="$mode" -print_final_stats=1 "$inputs" "$corpus"
    ;;
esac
