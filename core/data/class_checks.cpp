#include "data/check_context.h"
#include "data/column_index.h"

#include <algorithm>

namespace broto {

namespace {

using Severity = DataCheck::Severity;

std::vector<std::size_t> rowsOfClasses(const CheckContext& context, const std::vector<std::size_t>& rows)
{
    std::vector<std::size_t> counts(context.basis.target.classes.size());
    for (const std::size_t row : rows)
        ++counts[static_cast<std::size_t>(context.basis.target.labels[row])];
    return counts;
}

std::vector<std::size_t> rowsOfClasses(const CheckContext& context)
{
    std::vector<std::size_t> counts(context.basis.target.classes.size());
    for (const std::int32_t label : context.basis.target.labels)
        ++counts[static_cast<std::size_t>(label)];
    return counts;
}

std::vector<std::string> classesWith(const CheckContext& context, const std::vector<std::size_t>& counts,
                                     std::size_t fewerThan)
{
    std::vector<std::string> names;
    for (std::size_t label = 0; label < counts.size(); ++label) {
        if (counts[label] < fewerThan)
            names.push_back(context.basis.target.classes[label]);
    }
    return names;
}

/// With 70, 15 and 15 % of the rows, ten rows leave one or two to judge a class by.
void checkRareClasses(const CheckContext& context, const std::vector<std::size_t>& counts,
                      std::vector<DataCheck>& checks)
{
    constexpr std::size_t fewest = 10;
    const std::vector<std::string> rare = classesWith(context, counts, fewest);
    if (rare.empty())
        return;
    DataCheck check{Severity::Warning,
                    message("data.check-rare-classes",
                            BROTO_TEXT("core", "Classes with fewer than %1 rows, too few to learn and to judge: %2."),
                            fewest, listedNames(rare)),
                    {context.plan.target.index},
                    {},
                    {}};
    if (counts.size() - rare.size() >= 2) {
        check.remedy = message("data.remedy-leave-out-classes", BROTO_TEXT("core", "Leave their rows out"));
        check.remedied = context.choices;
        std::vector<std::string>& marks = check.remedied.columns[context.plan.target.index].missingMarks;
        marks.insert(marks.end(), rare.begin(), rare.end());
    }
    checks.push_back(std::move(check));
}

/// Occupancy has four rows of one class for each of the other and learns well.
void checkBalance(const CheckContext& context, const std::vector<std::size_t>& counts, std::vector<DataCheck>& checks)
{
    constexpr std::size_t mostTimes = 10;
    const auto most = std::max_element(counts.begin(), counts.end());
    const auto least = std::min_element(counts.begin(), counts.end());
    if (*most <= mostTimes * *least)
        return;
    const auto name = [&](auto count) {
        return context.basis.target.classes[static_cast<std::size_t>(count - counts.begin())];
    };
    DataCheck check{
        Severity::Warning,
        message("data.check-imbalance",
                BROTO_TEXT("core", "Class “%1” has %2 rows and “%3” only %4: to answer “%1” every time "
                                   "is right in %5 % of the rows. Judge by each class, or gather more rows."),
                name(most), *most, name(least), *least,
                static_cast<int>(100.0 * static_cast<double>(*most) / static_cast<double>(context.rows()))),
        {context.plan.target.index},
        {},
        {}};
    if (splitMethodOf(context.choices, context.task) == SplitMethod::Random) {
        check.remedy = message("data.remedy-stratify", BROTO_TEXT("core", "Give every part its share of each class"));
        check.remedied = context.choices;
        check.remedied.split.method = SplitMethod::Stratified;
    }
    checks.push_back(std::move(check));
}

/// A split that does not look at the classes may leave one of them unlearned.
void checkLearnedClasses(const CheckContext& context, std::vector<DataCheck>& checks)
{
    const std::vector<std::string> unlearned = classesWith(context, rowsOfClasses(context, context.parts[0]), 1);
    if (unlearned.empty())
        return;
    DataCheck check{Severity::Problem,
                    message("data.check-unlearned-classes",
                            BROTO_TEXT("core", "Classes without a row for training cannot be learned: %1."),
                            listedNames(unlearned)),
                    {context.plan.target.index},
                    message("data.remedy-stratify", BROTO_TEXT("core", "Give every part its share of each class")),
                    context.choices};
    check.remedied.split.method = SplitMethod::Stratified;
    checks.push_back(std::move(check));
}

}

void checkClasses(const CheckContext& context, std::vector<DataCheck>& checks)
{
    if (context.task != Task::Classification)
        return;
    const std::vector<std::size_t> counts = rowsOfClasses(context);
    checkLearnedClasses(context, checks);
    checkRareClasses(context, counts, checks);
    checkBalance(context, counts, checks);
}

}
