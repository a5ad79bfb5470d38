#pragma once

#include "data/table.h"

#include <memory>
#include <vector>

namespace broto::ui {

class Document;

/// All columns of the document's table as they are wanted (see Document::column); those that cannot be so stand as they
/// were read.
std::vector<std::shared_ptr<const Column>> wantedColumns(const Document& document);

}
