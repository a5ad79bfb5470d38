#include "export/reserved_words.h"

#include <algorithm>
#include <iterator>

namespace broto {

namespace {

// Only what foldedName can make: no capitals, no underscores in front.
constexpr std::string_view reserved[] = {
    // Words of C and C++.
    "alignas", "alignof", "and", "and_eq", "asm", "auto", "bitand", "bitor", "bool", "break", "case", "catch", "char",
    "char16_t", "char32_t", "char8_t", "class", "co_await", "co_return", "co_yield", "compl", "concept", "const",
    "const_cast", "consteval", "constexpr", "constinit", "continue", "decltype", "default", "delete", "do", "double",
    "dynamic_cast", "else", "enum", "explicit", "export", "extern", "false", "float", "for", "friend", "goto", "if",
    "import", "inline", "int", "long", "main", "module", "mutable", "namespace", "new", "noexcept", "not", "not_eq",
    "nullptr", "operator", "or", "or_eq", "private", "protected", "public", "register", "reinterpret_cast", "requires",
    "restrict", "return", "short", "signed", "sizeof", "static", "static_assert", "static_cast", "std", "struct",
    "switch", "template", "this", "thread_local", "throw", "true", "try", "typedef", "typeid", "typename", "typeof",
    "union", "unsigned", "using", "virtual", "void", "volatile", "wchar_t", "while", "xor", "xor_eq",
    // Names of the C library that a name of two parts can become.
    "errno", "int16_t", "int32_t", "int64_t", "int8_t", "intptr_t", "ptrdiff_t", "size_t", "uint16_t", "uint32_t",
    "uint64_t", "uint8_t", "uintptr_t",
    // Macros of compilers, of the Arduino core, of avr-libc and of Windows.
    "abs", "arm", "avr", "bit", "bit_is_clear", "bit_is_set", "boolean", "byte", "cli", "constrain", "degrees", "far",
    "i386", "interface", "interrupts", "linux", "loop_until_bit_is_clear", "loop_until_bit_is_set", "max", "min",
    "near", "radians", "riscv", "round", "sei", "sleep_mode", "small", "sq", "unix", "word",
    // Headers that others include: ours would be taken for them where case does not count.
    "arduino", "assert", "complex", "ctype", "eeprom", "ethernet", "fenv", "inttypes", "iso646", "limits", "locale",
    "math", "memory", "servo", "setjmp", "signal", "spi", "stdarg", "stdint", "stdio", "stdlib", "string", "tgmath",
    "threads", "time", "wchar", "wifi", "wire",
    // Files that Windows does not let exist.
    "aux", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt0", "lpt1",
    "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
    // Targets that CMake keeps for itself.
    "all", "clean", "help", "install", "package", "test",
    // Our own namespaces.
    "broto", "runtime"};

}

bool isReservedWord(std::string_view name)
{
    return std::find(std::begin(reserved), std::end(reserved), name) != std::end(reserved);
}

}
