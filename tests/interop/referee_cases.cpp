#include "compression/activation_rules.h"
#include "compression/predictor.h"
#include "export/integer_scales.h"
#include "export/onnx_model.h"
#include "export/tflite_model.h"
#include "interop/interop_cases.h"
#include "runtime/dense_int8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>

/// referee_cases write FOLDER: files for the referees, and the rows to put to them.
/// referee_cases judge FOLDER ENGINE: compares what an engine has answered with what Broto answers, says how large the
/// differences are, and fails where they are too large.

using namespace broto;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

constexpr double floatTolerance = 1e-5;
constexpr double sameClasses = 0.99;

void save(const fs::path& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string layerName(std::size_t index)
{
    return "layer_" + std::to_string(index + 1);
}

int tensorNamed(const TfliteModel& graph, const std::string& name)
{
    const auto found = std::find_if(graph.tensors.begin(), graph.tensors.end(),
                                    [&](const TfliteTensor& tensor) { return tensor.name == name; });
    return found == graph.tensors.end() ? -1 : static_cast<int>(found - graph.tensors.begin());
}

bool isInteger(const DeployableModel& model)
{
    return model.arithmetic == Arithmetic::Int8;
}

/// With the integers of every layer as results of the graph.
TfliteModel withLayers(TfliteModel graph, std::size_t layers)
{
    graph.outputs.push_back(tensorNamed(graph, "quantized"));
    for (std::size_t l = 0; l < layers; ++l)
        graph.outputs.push_back(tensorNamed(graph, layerName(l)));
    return graph;
}

/// Without the preprocessing and what makes an answer of a regression's output: for an engine that lacks their
/// operators.
TfliteModel inner(TfliteModel graph)
{
    const auto isFirst = [](const TfliteOperator& op) {
        return op.op == TfliteOp::Quantize || op.op == TfliteOp::FullyConnected;
    };
    auto first = std::find_if(graph.operators.begin(), graph.operators.end(), isFirst);
    graph.inputs = {first->op == TfliteOp::Quantize ? first->outputs.front() : first->inputs.front()};
    graph.operators.erase(graph.operators.begin(), first + (first->op == TfliteOp::Quantize ? 1 : 0));
    std::erase(graph.outputs, graph.inputs.front());
    for (; graph.operators.back().op == TfliteOp::Add || graph.operators.back().op == TfliteOp::Mul;
         graph.operators.pop_back())
        graph.outputs.front() = graph.operators.back().inputs.front();
    return graph;
}

OnnxModel withLayers(OnnxModel graph, const DeployableModel& model)
{
    graph.outputs.push_back({"inputs/int8", OnnxType::Int8, {-1, inputCount(model.preprocessing)}});
    for (std::size_t l = 0; l + 1 < model.layers.size(); ++l)
        graph.outputs.push_back(
            {layerName(l) + "/int8", OnnxType::Int8, {-1, std::get<IntegerLayer>(model.layers[l]).outputs}});
    graph.outputs.push_back({layerName(model.layers.size() - 1), OnnxType::Float32, {-1, model.outputs()}});
    return graph;
}

std::vector<std::int8_t> encodedInputs(const DeployableModel& model, const float* row)
{
    std::vector<std::int8_t> inputs(static_cast<std::size_t>(inputCount(model.preprocessing)));
    runtime::encodeRow(model.integerInputs.data(), static_cast<std::uint16_t>(model.features()), row, inputs.data());
    return inputs;
}

Json rowsOf(const Matrix& rows)
{
    Json all = Json::array();
    for (Eigen::Index r = 0; r < rows.rows(); ++r)
        all.push_back(std::vector<float>(rows.row(r).data(), rows.row(r).data() + rows.cols())); // NaN becomes null
    return all;
}

Json innerRows(const InteropCase& item)
{
    if (!isInteger(item.model))
        return rowsOf(encoded(item.model.preprocessing, item.rows));
    Json all = Json::array();
    for (Eigen::Index r = 0; r < item.rows.rows(); ++r)
        all.push_back(encodedInputs(item.model, item.rows.row(r).data()));
    return all;
}

/// Arm NN lacks the operators of a table and of some activations; arithmetic with constants ends it.
bool fitsArmNn(const DeployableModel& model)
{
    const NetworkShape shape = shapeOf(model);
    return std::all_of(shape.begin(), shape.end(), [&](const LayerShape& layer) {
        return isInteger(model) ? !needsTable(layer.activation)
                                : layer.activation != Activation::Swish && layer.activation != Activation::Softplus &&
                                      layer.activation != Activation::HardSigmoid;
    });
}

void write(const fs::path& folder)
{
    fs::create_directories(folder);
    Json list = Json::array();
    const auto add = [&](const std::string& name, const char* extension, const std::string& bytes,
                         const std::string& rows) {
        save(folder / (name + extension), bytes);
        list.push_back({{"name", name}, {"file", name + extension}, {"rows", rows}});
    };
    for (const InteropCase& item : interopCases()) {
        const std::string rows = item.name + ".rows.json", inside = item.name + ".inner-rows.json";
        save(folder / rows, rowsOf(item.rows).dump());
        save(folder / inside, innerRows(item).dump());
        TfliteModel tflite = tfliteModel(item.model, item.training);
        OnnxModel onnx = onnxModel(item.model);
        add(item.name, ".tflite", tfliteBytes(tflite), rows);
        add(item.name, ".onnx", onnxBytes(onnx), rows);
        if (isInteger(item.model)) {
            tflite = withLayers(std::move(tflite), item.model.layers.size());
            onnx = withLayers(std::move(onnx), item.model);
            add(item.name + ".layers", ".tflite", tfliteBytes(tflite), rows);
            add(item.name + ".layers", ".onnx", onnxBytes(onnx), rows);
        }
        if (fitsArmNn(item.model))
            add(item.name + ".inner", ".tflite", tfliteBytes(inner(std::move(tflite))), inside);
    }
    save(folder / "list.json", list.dump(1));
}

/// What an engine has answered: one a result of the graph, a row a row.
class Answers {
public:
    static std::optional<Answers> of(const fs::path& path)
    {
        std::ifstream file(path);
        if (!file)
            return std::nullopt;
        Answers answers;
        answers.m_json = Json::parse(file);
        return answers;
    }
    bool has(const std::string& result) const { return m_json.contains(result); }
    std::vector<double> row(const std::string& result, Eigen::Index row) const
    {
        return m_json.at(result).at(static_cast<std::size_t>(row)).get<std::vector<double>>();
    }

private:
    Json m_json;
};

double largestDifference(const std::vector<double>& theirs, const std::vector<double>& ours)
{
    double largest = theirs.size() == ours.size() ? 0 : INFINITY;
    for (std::size_t i = 0; i < std::min(theirs.size(), ours.size()); ++i) {
        const double difference = std::abs(theirs[i] - ours[i]);
        largest = difference <= largest ? largest : difference; // NaN is large
    }
    return largest;
}

/// Of a regression, from an output where the engine has not made an answer of it.
double answerOf(const InteropCase& item, const Answers& answers, Eigen::Index row)
{
    if (answers.has("answer"))
        return answers.row("answer", row).at(0);
    const OutputDecoding& decoding = item.model.decoding;
    if (isInteger(item.model))
        return answers.row("outputs", row).at(0) + static_cast<double>(decoding.offset[0]) * decoding.unit[0];
    return answers.row(layerName(item.model.layers.size() - 1), row).at(0) * decoding.target.deviation +
           decoding.target.centre;
}

/// Of a whole network against Predictor.
struct WholeDifference {
    double largest = 0;  ///< of certainties, or of answers in deviations of the target
    double relative = 0; ///< of answers, or of certainties
    int rows = 0;
    int sameClass = 0;
};

WholeDifference wholeDifference(const InteropCase& item, const Answers& answers)
{
    WholeDifference result;
    Predictor predictor(item.model);
    const Target& target = item.model.decoding.target;
    for (Eigen::Index r = 0; r < item.rows.rows(); ++r) {
        const Prediction ours =
            predictor.predict({item.rows.row(r).data(), static_cast<std::size_t>(item.rows.cols())});
        if (ours.refused)
            continue;
        ++result.rows;
        if (target.task == Task::Classification) {
            const std::vector<double> theirs = answers.row("certainty", r);
            const std::vector<double> certainty(ours.certainty.begin(), ours.certainty.end());
            const auto best = std::max_element(theirs.begin(), theirs.end()) - theirs.begin();
            result.sameClass += best == ours.classIndex;
            result.largest = std::max(result.largest, largestDifference(theirs, certainty));
            result.relative = result.largest;
        } else {
            const double theirs = answerOf(item, answers, r);
            const double difference = std::abs(theirs - ours.value);
            result.largest = std::max(result.largest, difference / target.deviation);
            result.relative = std::max(result.relative, difference / std::max<double>(1, std::abs(ours.value)));
        }
    }
    return result;
}

std::vector<double> widened(const std::vector<std::int8_t>& values)
{
    return {values.begin(), values.end()};
}

std::vector<std::int8_t> narrowed(const std::vector<double>& values)
{
    std::vector<std::int8_t> result;
    for (const double value : values)
        result.push_back(static_cast<std::int8_t>(value));
    return result;
}

std::vector<std::int8_t> looked(const IntegerLayer& layer, std::vector<std::int8_t> values)
{
    for (std::int8_t& value : values)
        if (!layer.table.empty())
            value = layer.table[static_cast<std::size_t>(value + 128)];
    return values;
}

/// A hidden layer before its table.
std::vector<std::int8_t> hidden(const IntegerLayer& layer, const std::vector<std::int8_t>& inputs)
{
    std::vector<std::int8_t> result(layer.bias.size());
    runtime::denseHidden(runtime::Int8Weights{layer.weights.data()}, layer.bias.data(), layer.multiplier.data(),
                         static_cast<std::uint8_t>(layer.shift), lowestActivation(layer.activation),
                         static_cast<std::uint16_t>(layer.inputs), static_cast<std::uint16_t>(layer.outputs),
                         inputs.data(), result.data());
    return result;
}

/// What the outputs of the last layer stand for, before an offset.
std::vector<double> outputs(const DeployableModel& model, const std::vector<std::int8_t>& inputs)
{
    const auto& layer = std::get<IntegerLayer>(model.layers.back());
    std::vector<std::int32_t> sums(layer.bias.size());
    runtime::denseSums(runtime::Int8Weights{layer.weights.data()}, layer.bias.data(),
                       static_cast<std::uint16_t>(layer.inputs), static_cast<std::uint16_t>(layer.outputs),
                       inputs.data(), sums.data());
    std::vector<double> result;
    for (std::size_t o = 0; o < sums.size(); ++o) {
        if (layer.multiplier.empty())
            result.push_back(static_cast<double>(sums[o]) * model.decoding.unit[o]);
        else
            result.push_back(
                static_cast<double>((static_cast<std::int64_t>(sums[o]) * layer.multiplier[o] + 32768) >> 16) *
                model.decoding.scoreScale);
    }
    return result;
}

/// In steps: of the inputs, of each layer given what the engine's layer before it has made, the output layer last.
std::vector<double> layerDifferences(const InteropCase& item, const Answers& answers)
{
    const DeployableModel& model = item.model;
    const bool onnx = answers.has("inputs/int8");
    const LayerScales last = integerScales(model, item.training).layers.back();
    std::vector<double> largest(model.layers.size() + 1, 0);
    for (Eigen::Index r = 0; r < item.rows.rows(); ++r) {
        const std::vector<std::int8_t> encoded = encodedInputs(model, item.rows.row(r).data());
        const std::string input = onnx ? "inputs/int8" : "quantized";
        std::vector<std::int8_t> values = answers.has(input) ? narrowed(answers.row(input, r)) : encoded;
        largest[0] = std::max(largest[0], largestDifference(widened(values), widened(encoded)));
        for (std::size_t l = 0; l + 1 < model.layers.size(); ++l) {
            const auto& layer = std::get<IntegerLayer>(model.layers[l]);
            const std::vector<double> theirs = answers.row(layerName(l) + (onnx ? "/int8" : ""), r);
            largest[l + 1] = std::max(largest[l + 1], largestDifference(theirs, widened(hidden(layer, values))));
            values = looked(layer, narrowed(theirs));
        }
        std::vector<double> ours = outputs(model, values);
        std::vector<double> theirs = answers.row(layerName(model.layers.size() - 1), r);
        const double step = onnx ? model.decoding.target.task == Task::Classification ? model.decoding.scoreScale
                                                                                      : model.decoding.unit[0]
                                 : 1;
        for (double& value : ours)
            value = onnx ? value / step
                         : std::clamp(std::round(value / last.result) + static_cast<double>(last.resultZeroPoint),
                                      -128.0, 127.0);
        for (double& value : theirs)
            value /= step;
        largest.back() = std::max(largest.back(), largestDifference(theirs, ours));
    }
    return largest;
}

int judge(const fs::path& folder, const std::string& engine)
{
    int failures = 0, judged = 0;
    for (const InteropCase& item : interopCases()) {
        for (const std::string extension : {".tflite", ".onnx"}) {
            const auto find = [&](const std::string& form) {
                return Answers::of(folder / (item.name + form + extension + "." + engine + ".json"));
            };
            std::optional<Answers> whole = find(""), layers = find(".layers"), inside = find(".inner");
            if (!whole)
                whole = inside;
            if (!layers && isInteger(item.model))
                layers = inside;
            if (!whole)
                continue;
            ++judged;
            const WholeDifference difference = wholeDifference(item, *whole);
            const bool classification = item.model.decoding.target.task == Task::Classification;
            const double share = classification ? static_cast<double>(difference.sameClass) / difference.rows : 1;
            bool fails = share < sameClasses || difference.rows == 0;
            std::printf("%-34s %-7s %d rows, largest difference %.2g", item.name.c_str(), extension.c_str() + 1,
                        difference.rows, difference.largest);
            if (classification)
                std::printf(", same class %.1f %%", 100 * share);
            if (!isInteger(item.model))
                fails = fails || difference.relative > floatTolerance;
            if (layers) {
                std::printf(", steps:");
                for (const double steps : layerDifferences(item, *layers)) {
                    std::printf(" %.2g", steps);
                    fails = fails || steps > 1;
                }
            }
            std::printf("%s\n", fails ? "   TOO MUCH" : "");
            failures += fails;
        }
    }
    std::printf("%s: %d files judged, %d too far off\n", engine.c_str(), judged, failures);
    return failures > 0 || judged == 0;
}

}

int main(int count, char** arguments)
{
    const std::string mode = count > 2 ? arguments[1] : "";
    if (mode == "write" && count == 3)
        return write(arguments[2]), 0;
    if (mode == "judge" && count == 4)
        return judge(arguments[2], arguments[3]);
    std::fprintf(stderr, "referee_cases write FOLDER | judge FOLDER ENGINE\n");
    return 2;
}
