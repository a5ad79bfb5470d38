#!/usr/bin/env bash
# referees.sh [FOLDER]     lets other programs run what the exporters of .tflite and .onnx write, on 256 rows a model, and
# compares their answers with Broto's: TensorFlow Lite and ONNX Runtime (WebAssembly of npm packages, 180 MB, installed
# into FOLDER, build/referees if not said, without any install script), Arm NN and the checker of ONNX (Debian packages of
# packages-test.txt). Needs nodejs with npm. Prints the largest differences; ends with 1 where one is too large.
set -euo pipefail
cd "$(dirname "$0")/../.."

folder=${1:-build/referees}
bin=build/dev/bin
mkdir -p "$folder"
if [ ! -d "$folder/node_modules/onnxruntime-web" ]; then
    cp tests/interop/package.json "$folder/"
    npm install --prefix "$folder" --legacy-peer-deps --ignore-scripts --no-audit --no-fund
fi

cmake --preset dev >/dev/null
ninja -C build/dev referee_cases
[ ! -e build/dev/tests/interop/CMakeFiles/armnn_referee.dir ] || ninja -C build/dev armnn_referee

cases=$(mktemp -d)
trap 'rm -rf "$cases"' EXIT
"$bin/referee_cases" write "$cases"
failed=0
node tests/interop/tflite_referee.cjs "$folder/node_modules" "$cases" || failed=1
"$bin/referee_cases" judge "$cases" tflite || failed=1
node tests/interop/onnx_referee.mjs "$folder/node_modules" "$cases" || failed=1
"$bin/referee_cases" judge "$cases" onnx || failed=1
if [ -x "$bin/armnn_referee" ]; then
    "$bin/armnn_referee" "$cases"
    "$bin/referee_cases" judge "$cases" armnn || failed=1
else
    echo "Skipped: Arm NN is not installed (libarmnntfliteparser-dev, libarmnn-cpuref-backend22)."
fi
/usr/bin/python3 tests/interop/onnx_checker.py "$cases" || failed=1
exit $failed
