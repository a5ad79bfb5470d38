#include "data/sidecar.h"

#include "data/column_roles.h"
#include "data/window_plan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

namespace broto {

namespace {

using Json = nlohmann::json;
using Problem = std::optional<Message>;

Message notJson()
{
    return message(
        "data.sidecar-not-json",
        BROTO_TEXT("core", "The file beside the table (.csv.json) is not a JSON object. Mend it or remove it."));
}

Message wrongField(std::string_view field, std::string_view expected)
{
    return message("data.sidecar-field",
                   BROTO_TEXT("core",
                              "In the file beside the table (.csv.json) the field \"%1\" should be %2. Mend it or "
                              "remove it."),
                   field, expected);
}

/// Reads the fields of one object as far as they are there, and remembers the first that is not as it should be.
class FieldReader {
public:
    FieldReader(const Json& object, std::string place, Problem& problem)
        : m_object(object), m_place(std::move(place)), m_problem(problem)
    {
        if (!object.is_object())
            report({}, "{...}");
    }

    void text(const char* field, std::string& value)
    {
        if (const Json* found = find(field))
            found->is_string() ? value = found->get<std::string>(), void() : report(field, "\"...\"");
    }

    void texts(const char* field, std::vector<std::string>& values)
    {
        const Json* found = find(field);
        if (!found)
            return;
        if (!found->is_array())
            return report(field, "[\"...\", ...]");
        for (const Json& item : *found) {
            if (!item.is_string())
                return report(field, "[\"...\", ...]");
            values.push_back(item.get<std::string>());
        }
    }

    void share(const char* field, double& value) { number(field, value, "0 ... 100"); }

    void amount(const char* field, double& value) { number(field, value, "0 ... 1000000000"); }

    /// A span in readings or in seconds, by the name of its field. Whether it is there.
    bool span(const char* inReadings, const char* inSeconds, WindowSpan& value)
    {
        const bool seconds = find(inSeconds) != nullptr;
        amount(seconds ? inSeconds : inReadings, value.amount);
        value.unit = seconds ? WindowSpan::Unit::Seconds : WindowSpan::Unit::Readings;
        return seconds || find(inReadings);
    }

    void features(const char* field, std::vector<WindowFeatureKind>& kinds)
    {
        std::vector<std::string> names;
        texts(field, names);
        if (!names.empty())
            kinds.clear();
        for (const WindowFeatureKind kind : allWindowFeatures())
            if (std::erase(names, windowFeatureName(kind)) > 0)
                kinds.push_back(kind);
        if (!names.empty())
            report(field, "\"mean\", \"deviation\", \"min\", \"max\", \"range\", \"rms\", ...");
    }

    void bands(const char* field, std::vector<FrequencyBand>& bands)
    {
        const Json* found = find(field);
        if (!found)
            return;
        const auto isBand = [](const Json& pair) {
            return pair.is_array() && pair.size() == 2 && pair[0].is_number() && pair[1].is_number();
        };
        if (!found->is_array() || !std::all_of(found->begin(), found->end(), isBand))
            return report(field, "[[0, 5], [5, 10], ...]");
        for (const Json& pair : *found)
            bands.push_back({pair[0].get<double>(), pair[1].get<double>()});
    }

    void count(const char* field, int& value, int lowest, int highest)
    {
        const Json* found = find(field);
        if (!found)
            return;
        if (!found->is_number_integer() || found->get<double>() < lowest || found->get<double>() > highest)
            return report(field, std::to_string(lowest) + " ... " + std::to_string(highest));
        value = found->get<int>();
    }

    template<class Choice>
    void choice(const char* field, std::optional<Choice>& value, std::optional<Choice> (*named)(std::string_view),
                std::string_view expected)
    {
        std::string name;
        text(field, name);
        if (name.empty())
            return;
        value = named(name);
        if (!value)
            report(field, expected);
    }

    const Json* find(const char* field) const
    {
        if (!m_object.is_object())
            return nullptr;
        const auto found = m_object.find(field);
        return found == m_object.end() ? nullptr : &*found;
    }

    std::string placeOf(std::string_view field) const
    {
        if (m_place.empty() || field.empty())
            return m_place + std::string(field);
        return m_place + '.' + std::string(field);
    }

private:
    void number(const char* field, double& value, std::string_view expected)
    {
        constexpr double largest = 1e9;
        const Json* found = find(field);
        if (!found)
            return;
        if (!found->is_number() || !(found->get<double>() >= 0 && found->get<double>() <= largest))
            return report(field, expected);
        value = found->get<double>();
    }

    void report(std::string_view field, std::string_view expected)
    {
        if (!m_problem)
            m_problem = wrongField(placeOf(field), expected);
    }

    const Json& m_object;
    const std::string m_place;
    Problem& m_problem;
};

SidecarColumn columnFrom(const Json& json, std::string place, Problem& problem)
{
    SidecarColumn column;
    FieldReader reader(json, std::move(place), problem);
    reader.choice("role", column.role, roleNamed, "\"feature\" / \"target\" / \"ignore\" / \"group\" / \"time\"");
    reader.choice("type", column.type, typeNamed,
                  "\"number\" / \"integer\" / \"boolean\" / \"category\" / \"datetime\" / \"identifier\" / \"text\" / "
                  "\"constant\"");
    reader.texts("missingMarks", column.missingMarks);
    reader.choice("missing", column.missing, missingPolicyNamed,
                  "\"keep\" / \"drop-rows\" / \"mean\" / \"median\" / \"most-frequent\" / \"last-value\"");
    return column;
}

SidecarSplit splitFrom(const Json& json, Problem& problem)
{
    SidecarSplit result;
    FieldReader reader(json, "split", problem);
    reader.choice("method", result.split.method, splitMethodNamed,
                  "\"random\" / \"stratified\" / \"group\" / \"time\" / \"column\" / \"folds\"");
    reader.text("column", result.column);
    reader.share("training", result.split.training);
    reader.share("validation", result.split.validation);
    reader.share("test", result.split.test);
    reader.count("folds", result.split.folds, 2, mostFolds);
    reader.count("fold", result.split.fold, 0, result.split.folds - 1);
    return result;
}

SidecarWindows windowsFrom(const Json& json, Problem& problem)
{
    SidecarWindows result;
    WindowChoices& windows = result.windows;
    FieldReader reader(json, "windows", problem);
    result.hasLength = reader.span("length", "lengthSeconds", windows.length);
    result.hasStride = reader.span("stride", "strideSeconds", windows.stride);
    reader.amount("readingsPerSecond", windows.readingsPerSecond);
    if (double gap = 0; reader.find("longestGap")) {
        reader.amount("longestGap", gap);
        windows.longestGap = gap;
    }
    reader.features("features", windows.features);
    reader.bands("bands", windows.bands);
    std::optional<MixedWindows> mixed;
    reader.choice("mixed", mixed, mixedWindowsNamed, "\"majority\" / \"drop\"");
    std::optional<WindowValue> value;
    reader.choice("value", value, windowValueNamed, "\"last\" / \"mean\"");
    windows.mixed = mixed.value_or(windows.mixed);
    windows.value = value.value_or(windows.value);
    if (!problem)
        problem = problemWith(windows);
    return result;
}

void readColumns(const Json& json, Sidecar& sidecar, Problem& problem)
{
    if (!json.is_object()) {
        problem = problem ? problem : wrongField("columns", "{...}");
        return;
    }
    for (const auto& [name, column] : json.items())
        sidecar.columns.emplace_back(name, columnFrom(column, "columns." + name, problem));
}

WindowChoices windowsFor(const SidecarWindows& said, const Table& table, const DataChoices& choices)
{
    WindowChoices windows = said.windows;
    if (!said.hasLength)
        windows.length = proposeWindows(table, choices).length;
    if (!said.hasStride)
        windows.stride = {windows.length.amount / 2, windows.length.unit};
    return windows;
}

void apply(const SidecarColumn& said, ColumnChoice& choice)
{
    choice.role = said.role.value_or(choice.role);
    choice.type = said.type;
    choice.missingMarks = said.missingMarks;
    choice.missing = said.missing;
}

Result<void> applyColumns(const Sidecar& sidecar, const Table& table, DataChoices& choices)
{
    for (const auto& [name, said] : sidecar.columns) {
        const Result<std::size_t> column = findColumn(table, name);
        if (!column)
            return column.error();
        if (said.role == Role::Target) {
            if (const Result<void> chosen = chooseTarget(choices, table, name); !chosen)
                return chosen;
        }
        if (said.role == Role::Time) {
            if (const Result<void> given = giveRole(choices, table, std::array{*column}, Role::Time); !given)
                return given;
        }
        apply(said, choices.columns[*column]);
    }
    return {};
}

Result<void> applySplit(const SidecarSplit& said, const Table& table, DataChoices& choices)
{
    choices.split = said.split;
    if (said.column.empty())
        return {};
    const Result<std::size_t> column = findColumn(table, said.column);
    if (!column)
        return column.error();
    choices.split.partColumn = *column;
    if (choices.columns[*column].role == Role::Feature)
        choices.columns[*column].role = Role::Ignore;
    return {};
}

}

Result<Sidecar> parseSidecar(std::string_view json)
{
    const Json object = Json::parse(json, nullptr, false);
    if (!object.is_object())
        return notJson();
    Sidecar sidecar;
    Problem problem;
    FieldReader reader(object, {}, problem);
    reader.text("title", sidecar.title);
    reader.text("description", sidecar.description);
    reader.text("source", sidecar.source);
    reader.text("licence", sidecar.licence);
    reader.text("target", sidecar.target);
    reader.texts("features", sidecar.features);
    reader.choice("task", sidecar.task, taskNamed, "\"classification\" / \"regression\"");
    reader.choice("scaling", sidecar.scaling, scalingNamed, "\"standard\" / \"min-max\" / \"robust\" / \"none\"");
    if (const Json* columns = reader.find("columns"))
        readColumns(*columns, sidecar, problem);
    if (const Json* split = reader.find("split"))
        sidecar.split = splitFrom(*split, problem);
    if (const Json* windows = reader.find("windows"))
        sidecar.windows = windowsFrom(*windows, problem);
    if (problem)
        return *std::move(problem);
    return sidecar;
}

Result<DataChoices> proposeChoices(const Table& table, const Sidecar& sidecar)
{
    DataChoices choices = proposeChoices(table);
    if (!sidecar.target.empty()) {
        if (const Result<void> chosen = chooseTarget(choices, table, sidecar.target); !chosen)
            return chosen.error();
    }
    if (!sidecar.features.empty()) {
        if (const Result<void> chosen = chooseFeatures(choices, table, sidecar.features); !chosen)
            return chosen.error();
    }
    if (const Result<void> applied = applyColumns(sidecar, table, choices); !applied)
        return applied.error();
    if (sidecar.split) {
        if (const Result<void> applied = applySplit(*sidecar.split, table, choices); !applied)
            return applied.error();
    }
    choices.task = sidecar.task;
    choices.scaling = sidecar.scaling.value_or(choices.scaling);
    if (sidecar.windows) {
        choices.windows = windowsFor(*sidecar.windows, table, choices);
        if (Problem problem = problemWith(*choices.windows)) // half a length may be nothing
            return *std::move(problem);
    }
    return choices;
}

}
