// Trains on a table by default settings and compresses the network in every way, once for each of some seeds, and
// writes one JSON line a seed: the test metric of the float network, and of every compressed one beside its float
// control of the same training. For compression_accuracy.py to make a table of.
//
//     build/dev/tests/compression_accuracy FILE.csv FIRST LAST
//
// Training and validation rows are 80 %, test rows 20 %; the validation rows (12 %) choose epochs and nothing else.

#include "compression/compress.h"
#include "data/dataset.h"
#include "data/table_reader.h"
#include "platform/file_bytes.h"
#include "support/value_of.h"
#include "training/trainer.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <cstdlib>
#include <iostream>

using namespace broto;
using broto::test::valueOf;
using nlohmann::json;

namespace {

QatOptions qat(int bits, Scales scales = Scales::Calibrated)
{
    QatOptions options;
    options.bits = bits;
    options.scales = scales;
    return options;
}

CodebookOptions codebook(std::size_t size, CentreMethod method = CentreMethod::KMeans)
{
    CodebookOptions options;
    options.size = size;
    options.method = method;
    return options;
}

PruningOptions pruning(double share, int stages, Pruning kind = Pruning::Weights)
{
    PruningOptions options;
    options.share = share;
    options.stages = stages;
    options.pruning = kind;
    return options;
}

DistillationOptions distillation(int units)
{
    DistillationOptions options;
    options.student = {{{units}}};
    return options;
}

QuantizationOptions perLayer(int bits)
{
    QuantizationOptions options;
    options.bits = bits;
    options.granularity = Granularity::Layer;
    return options;
}

struct Method {
    std::string name;
    Recipe recipe;
};

std::vector<Method> methods()
{
    return {
        {"ptq int8", {{usualOptions(8)}}},
        {"ptq int4", {{usualOptions(4)}}},
        {"ptq int4, per layer, nearest", {{perLayer(4)}}},
        {"ptq ternary", {{usualOptions(2)}}},
        {"qat int8", {{qat(8)}}},
        {"qat int4", {{qat(4)}}},
        {"qat int4, learned scales", {{qat(4, Scales::Learned)}}},
        {"qat ternary", {{qat(2)}}},
        {"codebook 4", {{codebook(4)}}},
        {"codebook 16", {{codebook(16)}}},
        {"codebook 16, autocloud", {{codebook(16, CentreMethod::AutoCloud)}}},
        {"codebook 16, mean shift", {{codebook(16, CentreMethod::MeanShift)}}},
        {"codebook 16, affinity", {{codebook(16, CentreMethod::AffinityPropagation)}}},
        {"codebook 16, dbstream", {{codebook(16, CentreMethod::DbStream)}}},
        {"codebook 256", {{codebook(256)}}},
        {"prune 50 %", {{pruning(0.5, 5)}}},
        {"prune 80 %, gradual", {{pruning(0.8, 10)}}},
        {"prune 50 % of neurons", {{pruning(0.5, 5, Pruning::Neurons)}}},
        {"distil to 8 neurons", {{distillation(8)}}},
        {"prune 50 %, qat int8, codebook 16", {{pruning(0.5, 5), qat(8), codebook(16)}}},
    };
}

json resultOf(const Table& table, std::uint64_t seed)
{
    DataChoices choices = proposeChoices(table);
    choices.split.training = 0.68;
    choices.split.validation = 0.12;
    choices.split.test = 0.20;
    choices.split.seed = seed;
    const Dataset data = valueOf(makeDataset(table, choices));
    TrainingSettings settings;
    settings.seed = seed;
    const TrainedNetwork trained = valueOf(train(data, NetworkDesign{}, settings));
    json result{{"seed", seed}, {"task", taskName(data.target.task)}, {"float", trained.test.headline}};
    for (const Method& method : methods()) {
        const Compressed compressed = valueOf(compress(trained, data, method.recipe, "benchmark"));
        json& entry = result["methods"][method.name];
        entry["test"] = compressed.model.provenance.testMetric;
        entry["bytes"] = weightBytes(compressed.model);
        if (compressed.control)
            entry["control"] = compressed.control->test.headline;
    }
    return result;
}

}

int main(int count, char** arguments)
{
    if (count < 4) {
        std::fprintf(stderr, "compression_accuracy FILE.csv FIRST LAST\n");
        return 2;
    }
    const FileBytes bytes = valueOf(FileBytes::open(arguments[1]));
    const Table table = valueOf(readTable(bytes.view()));
    for (int seed = std::atoi(arguments[2]); seed <= std::atoi(arguments[3]); ++seed)
        std::cout << resultOf(table, static_cast<std::uint64_t>(seed)).dump() << std::endl;
    return 0;
}
