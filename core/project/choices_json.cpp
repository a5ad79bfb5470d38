#include "project/choices_json.h"

namespace broto {

namespace {

constexpr double largestShare = 1e9;

constexpr std::int64_t mostColumns = 1'000'000;

/// A choice that is written by its name.
template<class Choice>
Choice choiceNamed(const CheckedJson& json, std::optional<Choice> (*choiceOf)(std::string_view))
{
    const std::optional<Choice> choice = choiceOf(json.text());
    if (!choice)
        json.reportRange();
    return choice.value_or(Choice());
}

/// Null: to be found out. Empty: there is none.
Json letterJson(std::optional<char> letter)
{
    if (!letter)
        return nullptr;
    return *letter ? std::string(1, *letter) : std::string();
}

enum class Letter { Needed, MayBeNone };

std::optional<char> letterFrom(const CheckedJson& json, Letter kind = Letter::Needed)
{
    if (json.isNull())
        return std::nullopt;
    const std::string text = json.text();
    if (text.empty() && kind == Letter::MayBeNone)
        return '\0';
    if (text.size() != 1 || static_cast<unsigned char>(text[0]) > 126) {
        json.reportRange();
        return std::nullopt;
    }
    return text[0];
}

Json flagJson(std::optional<bool> flag)
{
    return flag ? Json(*flag) : Json(nullptr);
}

std::optional<bool> flagFrom(const CheckedJson& json)
{
    return json.isNull() ? std::nullopt : std::optional(json.boolean());
}

Json toJson(const Split& split)
{
    return {{"training", split.training},
            {"validation", split.validation},
            {"test", split.test},
            {"seed", split.seed},
            {"method", split.method ? Json(std::string(splitMethodName(*split.method))) : Json(nullptr)},
            {"partColumn", split.partColumn ? Json(*split.partColumn) : Json(nullptr)},
            {"folds", split.folds},
            {"fold", split.fold}};
}

Split splitFrom(const CheckedJson& json)
{
    Split split;
    split.training = json["training"].number(0, largestShare);
    split.validation = json["validation"].number(0, largestShare);
    split.test = json["test"].number(0, largestShare);
    split.seed = json["seed"].natural();
    if (const CheckedJson method = json["method"]; !method.isNull())
        split.method = choiceNamed(method, splitMethodNamed);
    if (const CheckedJson column = json["partColumn"]; !column.isNull())
        split.partColumn = static_cast<std::size_t>(column.integer(0, mostColumns));
    split.folds = static_cast<int>(json["folds"].integer(2, mostFolds));
    split.fold = static_cast<int>(json["fold"].integer(0, split.folds - 1));
    return split;
}

Json toJson(const ColumnChoice& choice)
{
    return {{"role", std::string(roleName(choice.role))},
            {"type", choice.type ? Json(std::string(typeName(*choice.type))) : Json(nullptr)},
            {"missingMarks", choice.missingMarks},
            {"missing", choice.missing ? Json(std::string(missingPolicyName(*choice.missing))) : Json(nullptr)}};
}

ColumnChoice columnChoiceFrom(const CheckedJson& json)
{
    ColumnChoice choice;
    choice.role = choiceNamed(json["role"], roleNamed);
    if (const CheckedJson type = json["type"]; !type.isNull())
        choice.type = choiceNamed(type, typeNamed);
    for (const CheckedJson& mark : json["missingMarks"].items())
        choice.missingMarks.push_back(mark.text());
    if (const CheckedJson missing = json["missing"]; !missing.isNull())
        choice.missing = choiceNamed(missing, missingPolicyNamed);
    return choice;
}

Json toJson(const WindowSpan& span)
{
    return {{"amount", span.amount}, {"unit", std::string(windowUnitName(span.unit))}};
}

WindowSpan windowSpanFrom(const CheckedJson& json)
{
    WindowSpan span;
    span.amount = json["amount"].number();
    span.unit = choiceNamed(json["unit"], windowUnitNamed);
    return span;
}

Json toJson(const WindowChoices& windows)
{
    Json features = Json::array();
    for (const WindowFeatureKind kind : windows.features)
        features.push_back(std::string(windowFeatureName(kind)));
    Json bands = Json::array();
    for (const FrequencyBand& band : windows.bands)
        bands.push_back({{"from", band.from}, {"to", band.to}});
    return {{"length", toJson(windows.length)},
            {"stride", toJson(windows.stride)},
            {"readingsPerSecond", windows.readingsPerSecond},
            {"longestGap", windows.longestGap ? Json(*windows.longestGap) : Json(nullptr)},
            {"features", std::move(features)},
            {"bands", std::move(bands)},
            {"mixed", std::string(mixedWindowsName(windows.mixed))},
            {"value", std::string(windowValueName(windows.value))}};
}

WindowChoices windowChoicesFrom(const CheckedJson& json)
{
    WindowChoices windows;
    windows.length = windowSpanFrom(json["length"]);
    windows.stride = windowSpanFrom(json["stride"]);
    windows.readingsPerSecond = json["readingsPerSecond"].number();
    if (const CheckedJson gap = json["longestGap"]; !gap.isNull())
        windows.longestGap = gap.number();
    windows.features.clear();
    for (const CheckedJson& feature : json["features"].items())
        windows.features.push_back(choiceNamed(feature, windowFeatureNamed));
    for (const CheckedJson& band : json["bands"].items())
        windows.bands.push_back({band["from"].number(), band["to"].number()});
    windows.mixed = choiceNamed(json["mixed"], mixedWindowsNamed);
    windows.value = choiceNamed(json["value"], windowValueNamed);
    if (!json.report().any() && problemWith(windows))
        json.reportRange();
    return windows;
}

}

Json toJson(const ReadOptions& reading)
{
    Json json{{"encoding", reading.encoding ? Json(std::string(encodingName(*reading.encoding))) : Json(nullptr)},
              {"separator", letterJson(reading.separator)},
              {"decimal", letterJson(reading.decimal)},
              {"grouping", letterJson(reading.grouping)},
              {"header", flagJson(reading.header)},
              {"comment", letterJson(reading.comment)},
              {"dayFirst", flagJson(reading.dayFirst)}};
    if (reading.yearFirst)
        json["yearFirst"] = *reading.yearFirst;
    return json;
}

ReadOptions readOptionsFrom(const CheckedJson& json)
{
    ReadOptions reading;
    if (const CheckedJson encoding = json["encoding"]; !encoding.isNull())
        reading.encoding = encoding.choice({Encoding::Utf8, Encoding::Utf16, Encoding::Windows1252}, encodingName);
    reading.separator = letterFrom(json["separator"]);
    reading.decimal = letterFrom(json["decimal"]);
    reading.grouping = letterFrom(json["grouping"], Letter::MayBeNone);
    reading.header = flagFrom(json["header"]);
    reading.comment = letterFrom(json["comment"], Letter::MayBeNone);
    reading.dayFirst = flagFrom(json["dayFirst"]);
    if (json.has("yearFirst"))
        reading.yearFirst = json["yearFirst"].boolean();
    return reading;
}

Json toJson(Task task)
{
    return std::string(taskName(task));
}

Task taskFrom(const CheckedJson& json)
{
    return choiceNamed(json, taskNamed);
}

Json toJson(const DataChoices& choices)
{
    Json columns = Json::array();
    for (const ColumnChoice& column : choices.columns)
        columns.push_back(toJson(column));
    return {{"reading", toJson(choices.reading)},
            {"columns", std::move(columns)},
            {"task", choices.task ? toJson(*choices.task) : Json(nullptr)},
            {"scaling", std::string(scalingName(choices.scaling))},
            {"split", toJson(choices.split)},
            {"windows", choices.windows ? toJson(*choices.windows) : Json(nullptr)}};
}

DataChoices dataChoicesFrom(const CheckedJson& json)
{
    DataChoices choices;
    choices.reading = readOptionsFrom(json["reading"]);
    for (const CheckedJson& column : json["columns"].items())
        choices.columns.push_back(columnChoiceFrom(column));
    if (const CheckedJson task = json["task"]; !task.isNull())
        choices.task = taskFrom(task);
    choices.scaling = choiceNamed(json["scaling"], scalingNamed);
    choices.split = splitFrom(json["split"]);
    if (const CheckedJson windows = json["windows"]; !windows.isNull())
        choices.windows = windowChoicesFrom(windows);
    return choices;
}

}
