// Trains on a table by default settings, once for each of some seeds, and writes one JSON line a seed: the test metric
// and which rows were for training, validation and test, for accuracy_against_sklearn.py to give to scikit-learn.
//
//     build/dev/tests/table_accuracy FILE.csv FIRST LAST [NAME=VALUE]...
//
// With names of settings other defaults are tried: epochs, batch, learning-rate, weight-decay, momentum, smoothing, l2,
// warm-up, patience, optimizer, schedule, initialiser, scaling. "rows=no" leaves the rows out.

#include "data/dataset.h"
#include "data/table_reader.h"
#include "platform/file_bytes.h"
#include "support/value_of.h"
#include "training/trainer.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>

using namespace broto;
using broto::test::valueOf;
using nlohmann::json;

namespace {

template<class Kind, class Name>
Kind named(std::initializer_list<Kind> kinds, Name nameOf, const std::string& name)
{
    for (const Kind kind : kinds)
        if (nameOf(kind) == name)
            return kind;
    std::fprintf(stderr, "There is no %s.\n", name.c_str());
    std::exit(2);
}

struct Trial {
    TrainingSettings settings;
    DataChoices choices;
    bool withRows = true;
};

void change(Trial& trial, const std::string& name, const std::string& value)
{
    TrainingSettings& settings = trial.settings;
    const auto number = [&] { return std::stod(value); };
    const std::map<std::string, std::function<void()>> changes{
        {"epochs", [&] { settings.epochs = std::stoi(value); }},
        {"batch", [&] { settings.batch = std::stoi(value); }},
        {"learning-rate", [&] { settings.learningRate = number(); }},
        {"weight-decay", [&] { settings.weightDecay = number(); }},
        {"momentum", [&] { settings.momentum = number(); }},
        {"smoothing", [&] { settings.labelSmoothing = number(); }},
        {"l2", [&] { settings.l2 = number(); }},
        {"warm-up", [&] { settings.warmUpEpochs = std::stoi(value); }},
        {"patience", [&] { settings.patience = std::stoi(value); }},
        {"optimizer",
         [&] {
             settings.optimizer = named({Optimizer::Sgd, Optimizer::Momentum, Optimizer::Nesterov, Optimizer::RmsProp,
                                         Optimizer::Adam, Optimizer::AdamW, Optimizer::Adamax},
                                        optimizerName, value);
         }},
        {"schedule",
         [&] {
             settings.schedule =
                 named({Schedule::Constant, Schedule::Step, Schedule::Cosine, Schedule::Plateau}, scheduleName, value);
         }},
        {"initialiser",
         [&] {
             settings.initialiser = named(
                 {Initialiser::GlorotUniform, Initialiser::GlorotNormal, Initialiser::HeUniform, Initialiser::HeNormal},
                 initialiserName, value);
         }},
        {"scaling",
         [&] {
             trial.choices.scaling =
                 named({Scaling::Standard, Scaling::MinMax, Scaling::Robust, Scaling::None}, scalingName, value);
         }},
        {"rows", [&] { trial.withRows = value != "no"; }},
    };
    const auto found = changes.find(name);
    if (found == changes.end()) {
        std::fprintf(stderr, "There is no setting %s.\n", name.c_str());
        std::exit(2);
    }
    found->second();
}

json resultOf(const Table& table, Trial trial, std::uint64_t seed)
{
    trial.choices.split.seed = trial.settings.seed = seed;
    const Dataset data = valueOf(makeDataset(table, trial.choices));
    const TrainedNetwork trained = valueOf(train(data, NetworkDesign{}, trial.settings));
    json result{{"seed", seed},
                {"task", taskName(data.target.task)},
                {"test", trained.test.headline},
                {"bestEpoch", trained.bestEpoch}};
    if (trial.withRows)
        result.update({{"trainingRows", data.training.tableRows},
                       {"validationRows", data.validation.tableRows},
                       {"testRows", data.test.tableRows}});
    return result;
}

}

int main(int count, char** arguments)
{
    if (count < 4) {
        std::fprintf(stderr, "table_accuracy FILE.csv FIRST LAST [NAME=VALUE]...\n");
        return 2;
    }
    const FileBytes bytes = valueOf(FileBytes::open(arguments[1]));
    const Table table = valueOf(readTable(bytes.view()));
    Trial trial;
    trial.choices = proposeChoices(table);
    for (int i = 4; i < count; ++i) {
        const std::string text = arguments[i];
        const std::size_t equals = std::min(text.find('='), text.size() - 1);
        change(trial, text.substr(0, equals), text.substr(equals + 1));
    }
    for (int seed = std::atoi(arguments[2]); seed <= std::atoi(arguments[3]); ++seed)
        std::cout << resultOf(table, trial, static_cast<std::uint64_t>(seed)).dump() << std::endl;
    return 0;
}
