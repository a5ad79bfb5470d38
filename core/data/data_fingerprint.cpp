#include "common/fingerprint.h"
#include "common/number_text.h"
#include "data/dataset.h"

namespace broto {

namespace {

/// Texts of any length follow each other in the fingerprint: their lengths keep them apart.
std::string counted(std::string_view text)
{
    return std::to_string(text.size()) + ':' + std::string(text);
}

char roleLetter(Role role)
{
    return role == Role::Time ? 'c' : roleName(role).front();
}

char scalingDigit(Scaling scaling)
{
    switch (scaling) {
    case Scaling::Standard:
        return '0';
    case Scaling::MinMax:
        return '1';
    case Scaling::None:
        return '2';
    case Scaling::Robust:
        break;
    }
    return '3';
}

/// How the bytes were read. Separator, decimal mark and header were always a part of it.
std::string readingText(const Table& table)
{
    std::string text = {table.separator, table.decimal, table.header ? 'h' : '-'};
    if (table.encoding != Encoding::Utf8)
        text += encodingName(table.encoding);
    if (table.grouping)
        text += " grouping " + std::string(1, table.grouping);
    if (table.comment)
        text += " comment " + std::string(1, table.comment);
    if (table.dayFirst)
        text += " day first";
    if (table.yearFirst)
        text += " year first";
    return text;
}

/// Nothing for a column about which nothing but its role was decided.
std::string columnText(const ColumnChoice& choice, std::size_t index)
{
    ColumnChoice plain;
    plain.role = choice.role;
    if (choice == plain)
        return {};
    std::string text = " column " + std::to_string(index);
    if (choice.type)
        text += " type " + std::string(typeName(*choice.type));
    if (choice.missing)
        text += " missing " + std::string(missingPolicyName(*choice.missing));
    for (const std::string& mark : choice.missingMarks)
        text += " mark " + counted(mark);
    return text;
}

std::string splitText(const Split& split)
{
    std::string text;
    for (const double share : {split.training, split.validation, split.test})
        text += ' ' + shortest(share);
    text += ' ' + std::to_string(split.seed);
    if (split.method)
        text += " by " + std::string(splitMethodName(*split.method));
    if (split.method == SplitMethod::Column && split.partColumn)
        text += ' ' + std::to_string(*split.partColumn);
    if (split.method == SplitMethod::Folds)
        text += ' ' + std::to_string(split.fold) + '/' + std::to_string(split.folds);
    return text;
}

std::string spanText(const WindowSpan& span)
{
    return ' ' + shortest(span.amount) + ' ' + std::string(windowUnitName(span.unit));
}

std::string windowsText(const WindowChoices& windows)
{
    std::string text = " windows" + spanText(windows.length) + spanText(windows.stride);
    text += " rate " + shortest(windows.readingsPerSecond);
    if (windows.longestGap)
        text += " gap " + shortest(*windows.longestGap);
    for (const WindowFeatureKind kind : windows.features)
        text += ' ' + std::string(windowFeatureName(kind));
    for (const FrequencyBand& band : windows.bands)
        text += " band " + shortest(band.from) + ' ' + shortest(band.to);
    return text + ' ' + std::string(mixedWindowsName(windows.mixed)) + ' ' +
           std::string(windowValueName(windows.value));
}

}

// Results saved long ago must not look stale: a choice that did not exist then adds text only where it is not the
// default.
std::uint64_t dataFingerprint(const Table& table, const DataChoices& choices, const Table* testFile)
{
    std::string text = hexadecimal(table.fingerprint);
    text += readingText(table);
    for (const ColumnChoice& column : choices.columns)
        text += roleLetter(column.role);
    const std::optional<std::size_t> target = columnWith(Role::Target, choices);
    if (target && *target < table.columns.size())
        text += taskName(choices.task.value_or(suggestedTask(table.columns[*target]))).front();
    text += scalingDigit(choices.scaling);
    text += splitText(choices.split);
    for (std::size_t i = 0; i < choices.columns.size(); ++i)
        text += columnText(choices.columns[i], i);
    if (choices.windows)
        text += windowsText(*choices.windows);
    if (testFile && choices.split.method == SplitMethod::File)
        text += " test " + hexadecimal(testFile->fingerprint) + readingText(*testFile);
    return Fingerprint().add(text).value();
}

}
