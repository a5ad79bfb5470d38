#include "import/number_kinds.h"

namespace broto {

namespace {

/// By the number that a format has for it; none: kinds that carry no numbers of a network.
template<std::size_t count>
std::string nameIn(const std::string_view (&names)[count], std::int64_t number)
{
    if (number >= 0 && number < static_cast<std::int64_t>(count) && !names[number].empty())
        return std::string(names[number]);
    return "number " + std::to_string(number);
}

}

std::string kindName(OnnxType type)
{
    static constexpr std::string_view names[] = {
        "",          "float32",    "uint8",    "int8",         "uint16",         "int16",      "int32",
        "int64",     "string",     "bool",     "float16",      "float64",        "uint32",     "uint64",
        "complex64", "complex128", "bfloat16", "float8e4m3fn", "float8e4m3fnuz", "float8e5m2", "float8e5m2fnuz",
        "uint4",     "int4"};
    return nameIn(names, static_cast<std::int64_t>(type));
}

std::string kindName(TfliteType type)
{
    static constexpr std::string_view names[] = {
        "float32", "float16",    "int32",  "uint8",    "int64",   "string", "bool",   "int16", "complex64", "int8",
        "float64", "complex128", "uint64", "resource", "variant", "uint32", "uint16", "int4",  "bfloat16"};
    return nameIn(names, static_cast<std::int64_t>(type));
}

}
