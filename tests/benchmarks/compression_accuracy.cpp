// Trains on a table by default settings and compresses the network in many ways, once for each of some seeds, and writes
// one JSON line a seed and a way: the test metric of the float network, of the float network that trained on for as many
// epochs, and of the compressed model. For compression_accuracy.py to make a table of.
//
//     build/dev/tests/compression_accuracy FILE.csv FIRST LAST METHOD...

#include "compression/codebook_training.h"
#include "compression/compress.h"
#include "compression/distillation.h"
#include "compression/pruning.h"
#include "compression/model_frame.h"
#include "compression/predictor.h"
#include "compression/quantization_aware_training.h"
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

int main(int count, char** arguments)
{
    const FileBytes bytes = valueOf(FileBytes::open(arguments[1]));
    const Table table = valueOf(readTable(bytes.view()));
    for (int seed = std::atoi(arguments[2]); seed <= std::atoi(arguments[3]); ++seed) {
        DataChoices choices = proposeChoices(table);
        choices.split.training = .68; choices.split.validation = .12; choices.split.test = .2;
        choices.split.seed = static_cast<std::uint64_t>(seed);
        const Dataset data = valueOf(makeDataset(table, choices));
        TrainingSettings settings;
        settings.seed = static_cast<std::uint64_t>(seed);
        const TrainedNetwork trained = valueOf(train(data, NetworkDesign{}, settings));
        json line{{"seed", seed}, {"float", trained.test.headline}};
        for (int i = 4; i < count; ++i) {
            const std::string method = arguments[i];
            if (method.starts_with("ptq")) {
                QuantizationOptions options = usualOptions(method[3] - '0');
                if (method.size() > 4 && method.find('c') != std::string::npos) { options.rounding = Rounding::Compensated; options.correctBias = true; }
                if (method.size() > 4 && method.find('n') != std::string::npos) { options.rounding = Rounding::Nearest; options.correctBias = false; }
                if (method.size() > 4 && method.find('m') != std::string::npos) options.weightRange = RangeMethod::MeanSquare;
                if (method.size() > 4 && method.find('M') != std::string::npos) options.weightRange = RangeMethod::MinMax;
                if (method.size() > 4 && method.find('p') != std::string::npos) options.activationRange = RangeMethod::Percentile;
                if (method.size() > 4 && method.find('s') != std::string::npos) options.activationRange = RangeMethod::MeanSquare;
                if (method.size() > 4 && method.find('e') != std::string::npos) options.activationRange = RangeMethod::Entropy;
                if (method.size() > 4 && method.find('L') != std::string::npos) options.granularity = Granularity::Layer;
                line[method] = valueOf(quantize(trained, data, options, "")).provenance.testMetric;
            } else if (method.starts_with("prune")) { // prune50:epochs:lr:stages
                int share = 50, epochs = 50, stages = 1; double rate = .003; char kind = 'w';
                std::sscanf(method.c_str(), "prune%d:%d:%lf:%d:%c", &share, &epochs, &rate, &stages, &kind);
                PruningOptions options;
                options.share = share / 100.; options.stages = stages;
                options.pruning = kind == 'n' ? Pruning::Neurons : Pruning::Weights;
                options.settings = settings;
                options.settings.epochs = epochs;
                options.settings.learningRate = rate;
                TrainedNetwork run = valueOf(prune(trained.network, trained.design, data, options)).run;
                line[method] = run.test.headline;
                line[method + "int8"] = valueOf(quantize(run, data, {}, "")).provenance.testMetric;
            } else if (method.starts_with("distil")) { // distil8:T:share
                int units = 8; double temperature = 3, share = .7;
                std::sscanf(method.c_str(), "distil%d:%lf:%lf", &units, &temperature, &share);
                DistillationOptions options;
                options.student = {{{units}}};
                options.temperature = temperature; options.share = share; options.settings = settings;
                const Distilled d = valueOf(distil(data, options));
                line[method] = d.student.test.headline;
                line[method + "control"] = valueOf(train(data, options.student, settings)).test.headline;
                line[method + "teacher"] = d.teacher.test.headline;
            } else if (method.starts_with("cb")) { // cb16:epochs:lr:[s][a]
                int size = 16, epochs = 50; double rate = .003; char flags[8] = "";
                std::sscanf(method.c_str(), "cb%d:%d:%lf:%7s", &size, &epochs, &rate, flags);
                CodebookOptions options;
                options.size = size;
                const std::string f = flags;
                if (f.find('s') != f.npos) options.codebooks = Codebooks::OneForAll;
                if (f.find('a') != f.npos) options.method = CentreMethod::AutoCloud;
                if (f.find('m') != f.npos) options.method = CentreMethod::MeanShift;
                if (f.find('p') != f.npos) options.method = CentreMethod::AffinityPropagation;
                if (f.find('d') != f.npos) options.method = CentreMethod::DbStream;
                options.settings = settings;
                options.settings.epochs = epochs;
                options.settings.learningRate = rate;
                QatResult result = valueOf(shareWeights(trained.network, trained.design, data, options));
                const DeployableModel model = valueOf(modelOf(std::move(result.network), modelFrame("cb", Arithmetic::Int8, trained, data, ""), data));
                line[method] = model.provenance.testMetric;
            } else { // qat8:epochs:lr[:l]
                int bits = 8, epochs = 50; double rate = .003; char learned = 'c';
                std::sscanf(method.c_str(), "qat%d:%d:%lf:%c", &bits, &epochs, &rate, &learned);
                QatOptions options;
                options.bits = bits;
                options.scales = learned == 'l' ? Scales::Learned : Scales::Calibrated;
                options.settings = settings;
                options.settings.epochs = epochs;
                options.settings.learningRate = rate;
                QatResult result = valueOf(trainAsIntegers(trained.network, trained.design, data, options));
                const DeployableModel model = valueOf(modelOf(std::move(result.network), modelFrame("qat", Arithmetic::Int8, trained, data, ""), data));
                line[method] = model.provenance.testMetric;
                FineTuning tuning; tuning.start = trained.network;
                line[method + "control"] = valueOf(fineTune(data, trained.design, options.settings, tuning)).run.test.headline;
            }
        }
        std::cout << line.dump() << std::endl;
    }
    return 0;
}
