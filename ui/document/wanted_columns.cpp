#include "ui/document/wanted_columns.h"

#include "ui/document/document.h"

namespace broto::ui {

std::vector<std::shared_ptr<const Column>> wantedColumns(const Document& document)
{
    std::vector<std::shared_ptr<const Column>> columns;
    const auto& source = document.project().source;
    for (std::size_t i = 0; source && i < source->table->columns.size(); ++i) {
        const Result<std::shared_ptr<const Column>> wanted = document.column(i);
        columns.push_back(wanted ? *wanted : std::shared_ptr<const Column>(source->table, &source->table->columns[i]));
    }
    return columns;
}

}
