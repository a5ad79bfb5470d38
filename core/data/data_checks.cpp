#include "data/data_checks.h"

#include "data/check_context.h"

namespace broto {

namespace {

void checkSize(const CheckContext& context, std::size_t parameters, std::vector<DataCheck>& checks)
{
    // Iris, wine and digits learn well with two to three weights a row; ten are learned by heart.
    constexpr std::size_t mostParametersARow = 10;
    const std::size_t rows = context.parts[0].size();
    if (parameters <= mostParametersARow * rows)
        return;
    checks.push_back(
        {DataCheck::Severity::Warning,
         message("data.check-too-few-rows",
                 BROTO_TEXT("core", "The network has %1 weights to learn and %2 rows to learn them from: it "
                                    "may learn the rows by heart. Use smaller layers, or gather more rows."),
                 parameters, rows),
         {},
         {},
         {}});
}

}

std::vector<DataCheck> checkData(const Table& table, const DataChoices& choices, const RunControl& control,
                                 std::optional<std::size_t> parameters)
{
    std::vector<DataCheck> checks;
    const std::optional<CheckContext> context = contextFor(table, choices);
    if (!context)
        return checks;
    constexpr void (*kinds[])(const CheckContext&, std::vector<DataCheck>&) = {
        checkStream, checkForDisguisedTarget, checkDuplicates, checkOrder, checkGroups, checkClasses, checkColumns};
    std::size_t done = 0;
    for (const auto check : kinds) {
        if (control.stopRequested())
            return checks;
        check(*context, checks);
        control.report(static_cast<double>(++done), static_cast<double>(std::size(kinds)));
    }
    if (parameters)
        checkSize(*context, *parameters, checks);
    return checks;
}

}
