#include "export/exported_files.h"

#include "common/fingerprint.h"
#include "compression/packed_weights.h"
#include "export/header_guard.h"
#include "export/header_sections.h"
#include "export/runtime_text.h"
#include "export/straight_line.h"

#include <algorithm>

namespace broto {

namespace {

std::string section(std::string_view title, const std::string& text)
{
    return "\n// " + std::string(title) + "\n\n" + text;
}

std::string_view weightsHeader(Storage storage)
{
    switch (storage) {
    case Storage::Int4:
        return "weights_int4.h";
    case Storage::Ternary:
        return "weights_ternary.h";
    case Storage::Codebook:
        return "weights_codebook.h";
    case Storage::Sparse:
        return "weights_sparse.h";
    case Storage::Int8:
        break;
    }
    return "weights_int8.h";
}

void addLayerHeaders(std::vector<std::string_view>& headers, const HeaderFacts& facts, int index)
{
    const IntegerLayer& layer = facts.integerLayer(index);
    if (liesInGroups(layer)) {
        if (layer.storage == Storage::Int4)
            headers.push_back("group_int4.h");
        headers.insert(headers.end(), {"dense_groups.h", "dense_avr.h", "dense_cortex_m0.h", "dense_cortex_m4.h"});
        if (facts.liesFar)
            headers.push_back("dense_far.h");
        return;
    }
    if (facts.liesFar)
        headers.push_back("far_flash.h");
    headers.push_back(weightsHeader(layer.storage));
    headers.push_back(index < facts.hiddenLayers ? "hidden_int8.h"
                      : facts.isClassification   ? "scores_int8.h"
                                                 : "sums_int8.h");
}

std::string headerText(const HeaderFacts& facts)
{
    const std::string interface = interfaceSection(facts), data = dataSection(facts);
    const HeaderGuard guard = headerGuard(facts, HeaderLanguage::Cpp, interface + data);
    return modelCard(facts) + guard.begin + "\n#include <stdint.h>\n" + section("1. What you call", interface) +
           section("2. The arithmetic: the same lines run in the workbench", runtimeSection(facts)) +
           section("3. The model: what was learned", data) + section("4. The network at work", functionSection(facts)) +
           guard.end;
}

}

std::string runtimeSection(const HeaderFacts& facts)
{
    std::vector<std::string_view> headers = {"processor.h", facts.isFloat ? "input_float32.h" : "input_int8.h"};
    const auto hasTable = [](const ModelLayer& layer) { return !std::get<IntegerLayer>(layer).table.empty(); };
    if (facts.isFloat) {
        headers.push_back(facts.liesFar ? "dense_float32_far.h" : "dense_float32.h");
    } else {
        if (facts.isClassification)
            headers.push_back("input_counts.h");
        for (int layer = 0; layer <= facts.hiddenLayers; ++layer)
            addLayerHeaders(headers, facts, layer);
        if (std::any_of(facts.model.layers.begin(), facts.model.layers.end(), hasTable))
            headers.push_back("table_int8.h");
    }
    headers.push_back("answer.h");
    if (facts.isStream())
        headers.push_back("stream_features.h");

    const std::string id = "0x" + hexadecimal(runtimeFingerprint()).substr(8) + 'u';
    return "#if defined(BROTO_RUNTIME) && BROTO_RUNTIME != " + id +
           "\n#error \"Headers of different versions of Broto are in one program: export them again with one version.\""
           "\n#endif\n#ifndef BROTO_RUNTIME\n#define BROTO_RUNTIME " +
           id + "\n#endif\n\n" + pastedRuntime(headers);
}

Message noGoldenRow(const DeployableModel& model)
{
    return message("export.no-golden-row",
                   BROTO_TEXT("core", "No row has a finite answer from %1, so its C++ header could not test itself. "
                                      "Train the network again, with a lower learning rate."),
                   model.name);
}

std::optional<Message> straightLineProblem(const DeployableModel& model)
{
    return straightLineProblem(HeaderFacts(model, {}));
}

Result<ExportedFiles> exportCppHeader(const DeployableModel& model, std::string_view projectName,
                                      const HeaderOptions& options)
{
    HeaderFacts facts(model, projectName);
    if (const std::optional<Message> problem = options.straightLine ? straightLineProblem(facts) : std::nullopt)
        return *problem;
    facts.straightLine = options.straightLine;
    if (facts.goldenRows.empty())
        return noGoldenRow(model);
    return ExportedFiles{{facts.identifier + ".h", headerText(facts)}};
}

}
