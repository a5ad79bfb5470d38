// Trains the bundled samples by default settings on many seeds and writes one JSON document: the test metrics of the
// float and of the int8 models, and for iris also the rows of every split, for accuracy.py to give to scikit-learn.

#include "common/version.h"
#include "compression/compress.h"
#include "compression/predictor.h"
#include "data/samples.h"
#include "data/sidecar.h"
#include "data/table_reader.h"
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

const Sample& sampleNamed(std::string_view id)
{
    for (const Sample& sample : samples())
        if (sample.id == id)
            return sample;
    std::fprintf(stderr, "There is no sample %s.\n", std::string(id).c_str());
    std::exit(1);
}

json rowsOf(const DataPart& part)
{
    json inputs = json::array();
    for (Eigen::Index row = 0; row < part.inputs.rows(); ++row)
        inputs.push_back(std::vector<float>(part.inputs.row(row).begin(), part.inputs.row(row).end()));
    return {{"inputs", inputs}, {"labels", part.labels}};
}

json resultOf(const Table& table, DataChoices choices, std::uint64_t seed)
{
    choices.split.seed = seed;
    const Dataset data = valueOf(makeDataset(table, choices));
    TrainingSettings settings;
    settings.seed = seed;
    const TrainedNetwork trained = valueOf(train(data, NetworkDesign{}, settings));
    const DeployableModel model = valueOf(quantize(trained, data, {}, programVersion));
    json result{{"seed", seed}, {"float", trained.test.headline}, {"int8", evaluate(model, data.test).headline}};
    if (data.target.task == Task::Classification) {
        result["training"] = rowsOf(data.training);
        result["test"] = rowsOf(data.test);
    }
    return result;
}

json resultsOf(std::string_view id, std::uint64_t seeds)
{
    const Sample& sample = sampleNamed(id);
    const Table table = valueOf(readTable(sample.csv));
    const DataChoices choices = valueOf(proposeChoices(table, valueOf(parseSidecar(sample.sidecar))));
    json results = json::array();
    for (std::uint64_t seed = 1; seed <= seeds; ++seed)
        results.push_back(resultOf(table, choices, seed));
    return results;
}

}

int main()
{
    std::cout << json{{"iris", resultsOf("iris", 30)},
                      {"obd-emissions", resultsOf("obd-emissions", 5)},
                      {"sine", resultsOf("sine", 5)}};
    return std::cout.flush() ? 0 : 1;
}
