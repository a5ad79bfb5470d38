#include "data/target_values.h"

#include "common/number_text.h"
#include "data/column_typing.h"
#include "data/float_spread.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

Message oneValue(const Column& column, std::string_view value)
{
    return message("data.one-class",
                   BROTO_TEXT("core",
                              "The target column \"%1\" holds one value only: %2. There is nothing to tell apart; "
                              "choose another target or add rows."),
                   column.header, value);
}

Message tooManyClasses(const Column& column)
{
    return message("data.too-many-classes",
                   BROTO_TEXT("core",
                              "The target column \"%1\" has more than %2 different values, and so many classes cannot "
                              "be told apart. Choose another target, or regression for a column of numbers."),
                   column.header, mostClasses);
}

std::optional<Message> problemWith(const Column& column, Task task)
{
    if (column.type == ColumnType::DateTime || column.values == Column::Values::Times)
        return message("data.target-is-date",
                       BROTO_TEXT("core",
                                  "The target column \"%1\" holds dates or times, which cannot be learned. Choose "
                                  "another target."),
                       column.header);
    if (column.distinct == 0)
        return message("data.target-empty",
                       BROTO_TEXT("core", "The target column \"%1\" has no values. Choose another target."),
                       column.header);
    if (task == Task::Regression && !column.numeric())
        return message("data.target-not-numeric",
                       BROTO_TEXT("core",
                                  "The target column \"%1\" holds texts such as \"%2\". Regression needs numbers; "
                                  "choose classification or another target."),
                       column.header, column.categories.front());
    if (column.distinct == 1)
        return oneValue(column, column.numeric() ? shortest(column.min) : column.categories.front());
    if (task == Task::Regression && isTooFineForFloats(column))
        return message("data.target-too-fine",
                       BROTO_TEXT("core",
                                  "The target column \"%1\" cannot be learned: its values differ too little for their "
                                  "size, and a network computes with seven digits. Subtract a constant, such as %2, "
                                  "from the column in the file."),
                       column.header, constantToSubtract(column));
    if (task == Task::Classification && column.distinct > mostClasses)
        return tooManyClasses(column);
    return std::nullopt;
}

void takeNumberClasses(const Column& column, TargetValues& target)
{
    std::vector<double> numbers;
    for (const std::size_t row : target.rows)
        numbers.push_back(column.numbers[row]);
    std::vector<double> classes = numbers;
    std::sort(classes.begin(), classes.end());
    classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
    for (const double number : classes)
        target.classes.push_back(shortest(number + 0.0)); // -0 is called 0
    for (const double number : numbers) {
        const auto place = std::lower_bound(classes.begin(), classes.end(), number);
        target.labels.push_back(static_cast<std::int32_t>(place - classes.begin()));
    }
}

bool hasValue(const Column& column, std::size_t row)
{
    return column.numeric() ? !std::isnan(column.numbers[row]) : column.codes[row] >= 0;
}

}

Result<TargetValues> targetValues(const Column& column, Task task)
{
    if (const std::optional<Message> problem = problemWith(column, task))
        return *problem;
    TargetValues target;
    const std::size_t rows = column.numeric() ? column.numbers.size() : column.codes.size();
    for (std::size_t row = 0; row < rows; ++row) {
        if (hasValue(column, row))
            target.rows.push_back(row);
    }
    if (task == Task::Regression) {
        for (const std::size_t row : target.rows)
            target.values.push_back(static_cast<float>(column.numbers[row]));
    } else if (column.numeric()) {
        takeNumberClasses(column, target);
    } else {
        target.classes = column.categories;
        for (const std::size_t row : target.rows)
            target.labels.push_back(column.codes[row]);
    }
    return target;
}

}
