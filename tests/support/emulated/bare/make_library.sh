#!/bin/sh -e
# make_library.sh SOURCES LIBRARY TOOLS FLAGS...: a static library of what a program without an operating system lacks:
# the mathematics that exported headers call and the memory functions that compilers call; on Xtensa arithmetic as well.
# SOURCES is what unpack_sources.sh made, TOOLS what the compiler's name begins with: "riscv64-unknown-elf-".

sources=$1 library=$2 tools=$3
shift 3
here=$(cd "$(dirname "$0")" && pwd)
objects=$library.objects
rm -rf "$objects" "$library"
mkdir -p "$objects"
cd "$objects"

libm=$sources/newlib/libm
mathematics="$libm/math/w_exp.c $libm/math/e_exp.c $libm/math/w_log.c $libm/math/e_log.c $libm/math/s_tanh.c
    $libm/math/s_fabs.c $libm/common/s_expm1.c $libm/common/s_finite.c $libm/common/s_copysign.c
    $libm/common/s_scalbn.c $libm/common/math_err.c"
# -fno-tree-loop-distribute-patterns: or memcpy would become a call of memcpy.
"${tools}gcc" "$@" -w -Os -ffreestanding -fno-tree-loop-distribute-patterns -ffunction-sections -D_IEEE_LIBM \
    -I"$libm/common" -isystem "$sources/newlib/libc/include" -c $mathematics "$here/memory.c"

case $tools in
*xtensa*)
    # Debian's configuration of the core says neither that windows are there nor that they are how functions are called.
    configuration=$(dirname "$("${tools}gcc" -print-file-name=libgcc.a)")/plugin/include
    case "$*" in
    *windowed*)
        sed -E 's/(XCHAL_HAVE_WINDOWED[[:space:]]+)0/\11/; s/(XSHAL_ABI[[:space:]]+).*/\1XTHAL_ABI_WINDOWED/' \
            "$configuration/xtensa-config.h" > xtensa-config.h
        configuration=. ;;
    esac
    for part in divsi3 modsi3 udivsi3 umodsi3 umulsidi3 negsf2 addsubsf3 mulsf3 divsf3 cmpsf2 fixsfsi fixunssfsi \
        floatsisf floatunsisf negdf2 addsubdf3 muldf3 divdf3 cmpdf2 fixdfsi fixunsdfsi floatsidf floatunsidf truncdfsf2 \
        extendsfdf2; do
        "${tools}gcc" "$@" -I"$configuration" -I"$sources/libgcc" -DL_$part -x assembler-with-cpp \
            -c "$sources/libgcc/config/xtensa/lib1funcs.S" -o "$part.o"
    done ;;
esac
"${tools}ar" rcs "$library" ./*.o
