#pragma once

#include "data/table.h"

#include <QString>
#include <QStringList>

#include <nlohmann/json.hpp>

/// What a table should be, as tests/data/csv/README.md describes.
using Expectation = nlohmann::json;

/// Every way in which a table is not what was expected, for people: "column \"a\", row 3: 1.5 instead of 15".
QStringList differences(const broto::Table& table, const Expectation& expected);

/// Every way in which two tables are not one: values, types, names and how they were read, but not the guesses'
/// reasons.
QStringList differences(const broto::Table& table, const broto::Table& expected);
