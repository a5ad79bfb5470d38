#pragma once

#include "common/message.h"

#include <QString>

#include <vector>

namespace broto::ui {

/// A sentence of core as rich text in which the names of columns are links; the link of a column is its number.
/// `headers` are those of the table; `columns`, ascending, says which of them are meant, alone or as a list of all.
QString linkedText(const Message& message, const std::vector<std::string>& headers,
                   const std::vector<std::size_t>& columns);

}
