// CPU time of the checks before training and of making a data set, on a million rows of 12 columns: a time, nine
// numbers that wander as a sensor's do, a category, and the class.

#include "common/random.h"
#include "data/data_checks.h"
#include "data/dataset.h"
#include "data/statistics.h"

#include <cstdio>
#include <ctime>
#include <string>

using namespace broto;

namespace {

constexpr std::size_t rows = 1'000'000;

Column namedColumn(std::string name, ColumnType type, Column::Values values)
{
    Column column;
    column.header = column.name = std::move(name);
    column.type = type;
    column.values = values;
    return column;
}

Column wanderingNumbers(std::string name, Random& random)
{
    Column column = namedColumn(std::move(name), ColumnType::Number, Column::Values::Numbers);
    double value = 20;
    for (std::size_t row = 0; row < rows; ++row)
        column.numbers.push_back(value += 0.1 * (20 - value) + random.normal());
    const Statistics statistics = statisticsOf(column.numbers);
    column.min = statistics.min;
    column.max = statistics.max;
    column.mean = statistics.mean;
    column.deviation = statistics.deviation;
    column.distinct = Column::mostCounted + 1;
    return column;
}

Column categories(std::string name, std::vector<std::string> names, Random& random)
{
    Column column = namedColumn(std::move(name), ColumnType::Category, Column::Values::Texts);
    column.categories = std::move(names);
    column.distinct = column.categories.size();
    for (std::size_t row = 0; row < rows; ++row)
        column.codes.push_back(static_cast<std::int32_t>(random.below(static_cast<std::uint32_t>(column.distinct))));
    return column;
}

Table largeTable()
{
    Random random(1);
    Table table;
    table.rows = rows;
    Column time = namedColumn("when", ColumnType::DateTime, Column::Values::Times);
    for (std::size_t row = 0; row < rows; ++row)
        time.numbers.push_back(1.4e9 + static_cast<double>(row));
    time.distinct = Column::mostCounted + 1;
    table.columns.push_back(std::move(time));
    for (int i = 0; i < 9; ++i)
        table.columns.push_back(wanderingNumbers("x" + std::to_string(i), random));
    table.columns.push_back(categories("room", {"attic", "cellar", "hall", "kitchen"}, random));
    table.columns.push_back(categories("class", {"empty", "full", "half"}, random));
    return table;
}

template<class Work>
void measure(const char* name, Work work)
{
    const std::clock_t begin = std::clock();
    const std::size_t found = work();
    std::printf("%-10s %7.0f ms of CPU time (%zu)\n", name,
                1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC, found);
}

}

int main()
{
    const Table table = largeTable();
    const DataChoices choices = proposeChoices(table);
    measure("checks", [&] { return checkData(table, choices).size(); });
    measure("data set", [&] { return makeDataset(table, choices)->training.rows(); });
}
