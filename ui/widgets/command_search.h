#pragma once

#include <QString>

#include <optional>

namespace broto::ui {

/// How well a text answers what somebody types: the smaller the better, nothing if it does not. Every typed word has to
/// begin a word of the text, or at least to stand in it; case and accents do not matter.
std::optional<int> searchRank(const QString& text, const QString& typed);

}
