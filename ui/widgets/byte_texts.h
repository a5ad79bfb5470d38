#pragma once

#include "export/byte_parts.h"
#include "ui/widgets/byte_bar.h"

namespace broto::ui {

/// Parts of a memory with their names and colours.
std::vector<ByteBar::Part> barParts(const std::vector<BytePart>& parts);

}
