#!/bin/sh
# compiles_for_neon.sh CORE: compiles the training kernels for a processor with NEON, and looks that their
# products use whole registers of it.
set -eu
compiler=arm-none-eabi-g++
command -v $compiler >/dev/null || { echo "$compiler is not installed"; exit 77; }
code=$(mktemp)
trap 'rm -f "$code"' EXIT
$compiler -std=c++20 -O3 -Wall -Wextra -Werror -ffp-contract=off -march=armv8-a -mfpu=neon-fp-armv8 -mfloat-abi=hard \
    -I "$1" -S -o "$code" "$1/training/kernels/kernels_baseline.cpp"
products=$(grep -c 'vfma\.f32[[:space:]]*q' "$code")
echo "$products fused products of four lanes"
[ "$products" -gt 0 ]
