#include "export/flash_arrays.h"

namespace broto {

std::string flashArray(std::string_view type, const std::string& name, std::span<const std::string> values,
                       const ArrayLayout& layout, std::string_view place)
{
    std::string size = std::to_string(values.size());
    if (layout.perGroup > 1)
        size = std::to_string(values.size() / layout.perGroup) + " * " + std::to_string(layout.perGroup);
    // Far constants lie among code, which has to begin at an even address.
    if (place == "BROTO_FAR_FLASH" && type.ends_with("int8_t") && values.size() % 2 != 0)
        size += " + 1";
    return "static const " + std::string(type) + ' ' + name + '[' + size + "] " + std::string(place) + " = {\n" +
           arrayLines(values, layout) + "};\n";
}

std::vector<std::string> numbered(std::string_view word, int count, int first)
{
    std::vector<std::string> names;
    for (int i = first; i < first + count; ++i)
        names.push_back(std::string(word) + ' ' + std::to_string(i));
    return names;
}

std::string avrError(std::string_view condition, std::string_view sentence)
{
    const std::string begin =
        condition.empty() ? "#ifdef __AVR__" : "#if defined(__AVR__) && " + std::string(condition);
    return begin + "\n#error \"" + std::string(sentence) + "\"\n#endif\n";
}

}
