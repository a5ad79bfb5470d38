#pragma once

#include "data/data_choices.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broto {

/// What a file beside a table says about one column. Nothing: as proposed.
struct SidecarColumn {
    std::optional<Role> role;
    std::optional<ColumnType> type;
    std::vector<std::string> missingMarks;
    std::optional<MissingPolicy> missing;
};

/// What it says about the split.
struct SidecarSplit {
    Split split;        ///< its column is not set
    std::string column; ///< the name of the one that says each row's part, or empty
};

/// What it says about windows; what it does not say is as proposed, the stride half of the length.
struct SidecarWindows {
    WindowChoices windows;
    bool hasLength = false;
    bool hasStride = false;
};

/// What a file beside a table says about it (`name.csv.json`).
struct Sidecar {
    std::string title;
    std::string description;
    std::string source;
    std::string licence;
    std::string target;                ///< a column's name, or empty
    std::vector<std::string> features; ///< empty: all that can be
    std::optional<Task> task;
    std::vector<std::pair<std::string, SidecarColumn>> columns; ///< by their names
    std::optional<Scaling> scaling;
    std::optional<SidecarSplit> split;
    std::optional<SidecarWindows> windows;
};

/// Every field is optional. Fails by its name when one has a value that it cannot have.
Result<Sidecar> parseSidecar(std::string_view json);

/// The proposal for a table, with what the file beside it says in its place.
Result<DataChoices> proposeChoices(const Table& table, const Sidecar& sidecar);

}
