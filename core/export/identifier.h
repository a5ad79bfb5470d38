#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// A name in the letters a-z, digits and single underscores, none at its ends: "Ação (m/s²)" -> "acao_m_s2".
/// Greek and Cyrillic letters are written in Latin ones, signs and comparisons as words: "-1" -> "minus_1". At most
/// `longest` characters: a longer one ends with a whole word where that leaves half of it, else with a whole letter.
/// Empty where nothing of the name can be written so.
std::string foldedName(std::string_view name, std::size_t longest = 60);

/// One identifier a name, each "<prefix>_<folded name>", all different: "class_setosa", "class_2" (the second name had
/// nothing to fold), "class_setosa_2" (another name folds to the same).
std::vector<std::string> uniqueIdentifiers(std::string_view prefix, std::span<const std::string> names);

}
