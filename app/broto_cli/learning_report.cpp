#include "learning_report.h"

#include "choice_words.h"
#include "language.h"
#include "text_table.h"

namespace broto {

namespace {

Json countsJson(const std::array<std::size_t, 3>& rows)
{
    return {{"training", rows[0]}, {"validation", rows[1]}, {"test", rows[2]}};
}

Json featureJson(const Feature& feature)
{
    return {{"name", feature.name},
            {"unit", feature.unit},
            {"categories", feature.categories},
            {"min", jsonNumber(feature.lowest)},
            {"max", jsonNumber(feature.highest)}};
}

std::string classCountsText(const Target& target, const PartCounts& counts)
{
    constexpr auto right = TextTable::Align::Right;
    TextTable text({{broto::text(BROTO_TEXT("cli", "class"))},
                    {broto::text(BROTO_TEXT("cli", "training")), right},
                    {broto::text(BROTO_TEXT("cli", "validation")), right},
                    {broto::text(BROTO_TEXT("cli", "test")), right}});
    for (std::size_t i = 0; i < counts.classes.size(); ++i) {
        const auto& [training, validation, test] = counts.classes[i];
        text.addRow({target.classes[i], std::to_string(training), std::to_string(validation), std::to_string(test)});
    }
    return text.text();
}

}

Json learningJson(const Dataset& data, const DataChoices& choices)
{
    const PartCounts counts = countsOf(data);
    Json features = Json::array();
    for (const Feature& feature : data.preprocessing.features)
        features.push_back(featureJson(feature));
    Json split = countsJson(counts.rows);
    split["method"] = std::string(splitMethodName(splitMethodOf(choices, data.target.task)));
    split["classes"] = Json::array();
    for (std::size_t i = 0; i < counts.classes.size(); ++i) {
        Json ofClass = countsJson(counts.classes[i]);
        ofClass["name"] = data.target.classes[i];
        split["classes"].push_back(std::move(ofClass));
    }
    return {{"task", std::string(taskName(data.target.task))},
            {"target", data.target.name},
            {"inputs", data.inputs()},
            {"features", std::move(features)},
            {"scaling", std::string(scalingName(choices.scaling))},
            {"split", std::move(split)}};
}

std::string learningText(const Dataset& data, const DataChoices& choices)
{
    const PartCounts counts = countsOf(data);
    std::string text = broto::text(
        BROTO_TEXT("cli",
                   "“%1” can be learned (%2). Numbers that enter the network: %3. Split (%4), in rows: training %5, "
                   "validation %6, test %7."),
        data.target.name, wordFor(taskName(data.target.task)), data.inputs(),
        wordFor(splitMethodName(splitMethodOf(choices, data.target.task))), counts.rows[0], counts.rows[1],
        counts.rows[2]);
    text += "\n";
    return counts.classes.empty() ? text : text + "\n" + classCountsText(data.target, counts);
}

}
