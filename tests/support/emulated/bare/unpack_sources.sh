#!/bin/sh -e
# unpack_sources.sh FOLDER: the few files of Debian's source packages that programs without an operating system lack.
#
# Debian's compilers for RISC-V and Xtensa come without a mathematical library, the one for Xtensa also without what an
# ESP8266 has in its ROM (multiplication of floats, division) and without the register windows of an ESP32.

folder=$1
rm -rf "$folder"
mkdir -p "$folder"
tar -C "$folder" --strip-components=1 --wildcards -xf /usr/src/newlib/newlib-*.tar.xz \
    '*/newlib/libm/math' '*/newlib/libm/common' '*/newlib/libc/include'
[ "$2" = with-xtensa ] || exit 0
# --occurrence ends the reading of a large archive as soon as everything was found.
tar -C "$folder" --strip-components=1 --occurrence --wildcards -xf /usr/src/gcc-12/gcc-12.*.tar.xz \
    '*/libgcc/config/xtensa/lib1funcs.S' '*/libgcc/config/xtensa/ieee754-df.S' '*/libgcc/config/xtensa/ieee754-sf.S'
tar -C "$folder" --strip-components=1 --occurrence --wildcards -xf /usr/src/binutils/binutils-2.*.tar.xz \
    '*/bfd/xtensa-modules.c' '*/include/ansidecl.h' '*/include/xtensa-config.h' '*/include/xtensa-dynconfig.h' \
    '*/include/xtensa-isa.h' '*/bfd/xtensa-isa.c' '*/include/xtensa-isa-internal.h'
