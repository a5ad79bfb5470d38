#pragma once

#include "project/project.h"

namespace broto {

/// Rows of another table as a model of the project takes them: columns found by name, and what means "missing" in the
/// project's columns means it there.
Result<Matrix> rowsOf(const Project& project, const DeployableModel& model, const Table& table);

/// The windows of another table as a model of the project takes them, where the model takes readings: the rows of their
/// features, and where each begins. The columns of groups and times part recordings if they are there.
struct TableWindows {
    Matrix rows;
    std::vector<std::size_t> firstRows;
};
Result<TableWindows> windowsOf(const Project& project, const DeployableModel& model, const Table& table);

}
