#include "compression_options.h"

#include "common/number_text.h"
#include "common_options.h"
#include "language.h"
#include "option_text.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace broto {

namespace {

using Shared = std::shared_ptr<CompressionOptions>;
using Methods = std::vector<std::string>;

const Methods everyMethod = {"distill", "prune", "qat", "codebook", "ptq"};
const Methods learningMethods = {"prune", "qat", "codebook"};

/// Remembers that an option was written.
void note(const Shared& options, const std::string& name, const Methods& methods)
{
    options->written.push_back({name, methods});
}

template<class Choice, std::size_t count>
void addChoice(CLI::App& command, const Shared& options, const std::string& name, const Methods& methods,
               std::optional<Choice> CompressionOptions::*member, const Choice (&choices)[count],
               std::string_view (*nameOf)(Choice), const std::string& description)
{
    command
        .add_option_function<std::string>(
            name,
            [options, name, methods, member, &choices, nameOf](const std::string& typed) {
                (*options).*member = choiceNamed(typed, choices, nameOf);
                note(options, name, methods);
            },
            description)
        ->check(CLI::IsMember(namesOfAll(choices, nameOf)));
}

template<class Number>
CLI::Option* addNumber(CLI::App& command, const Shared& options, const std::string& name, const Methods& methods,
                       std::optional<Number> CompressionOptions::*member, const std::string& description)
{
    return command.add_option_function<Number>(
        name,
        [options, name, methods, member](const Number& typed) {
            (*options).*member = typed;
            note(options, name, methods);
        },
        description);
}

void addFlag(CLI::App& command, const Shared& options, const std::string& name, const Methods& methods,
             bool CompressionOptions::*member, const std::string& description)
{
    command.add_flag_callback(
        name,
        [options, name, methods, member] {
            (*options).*member = true;
            note(options, name, methods);
        },
        description);
}

void addLayers(CLI::App& command, const Shared& options, const std::string& name, const Methods& methods,
               std::string CompressionOptions::*member, const std::string& description)
{
    command
        .add_option_function<std::string>(
            name,
            [options, name, methods, member](const std::string& typed) {
                (*options).*member = typed;
                note(options, name, methods);
            },
            description)
        ->check(problemWithLayers);
}

void addQuantizationOptions(CLI::App& command, const Shared& options)
{
    const Methods integers = {"ptq", "qat"}, ptq = {"ptq"};
    command
        .add_option_function<std::vector<int>>(
            "--bits",
            [options, integers](const std::vector<int>& typed) {
                options->bits = typed;
                note(options, "--bits", integers);
            },
            text(
                BROTO_TEXT("cli", "Bits of a weight, 2 (ternary) to 8; for ptq also one number for each layer: 8,4,8")))
        ->delimiter(',')
        ->check(CLI::Range(leastWeightBits, mostWeightBits));
    addChoice(command, options, "--per", ptq, &CompressionOptions::granularity, allGranularities, granularityName,
              text(BROTO_TEXT("cli", "Whether every neuron has a scale of its own, or all of a layer one")));
    addChoice(command, options, "--ranges", integers, &CompressionOptions::activationRange, allRangeMethods,
              rangeMethodName, text(BROTO_TEXT("cli", "How far the ranges of activations reach")));
    static constexpr RangeMethod ofWeights[] = {RangeMethod::MinMax, RangeMethod::MeanSquare};
    addChoice(command, options, "--weight-ranges", ptq, &CompressionOptions::weightRange, ofWeights, rangeMethodName,
              text(BROTO_TEXT("cli", "How far the ranges of weights reach")));
    addChoice(command, options, "--rounding", ptq, &CompressionOptions::rounding, allRoundings, roundingName,
              text(BROTO_TEXT("cli", "Each weight to the nearest step, or so that others make up for what it loses")));
    command.add_flag_function(
        "--correct-bias,!--no-correct-bias",
        [options, ptq](std::int64_t count) {
            options->correctBias = count > 0;
            note(options, "--correct-bias", ptq);
        },
        text(BROTO_TEXT("cli", "Take out of the biases what rounding adds on average")));
    addNumber(
        command, options, "--flash", ptq, &CompressionOptions::flash,
        text(BROTO_TEXT("cli", "Mixed precision: 8, 4 or 2 bits for each layer, so that the model takes at most so "
                               "many bytes on the board and loses least")))
        ->check(CLI::PositiveNumber);
    addNumber(command, options, "--calibration-rows", ptq, &CompressionOptions::calibrationRows,
              text(BROTO_TEXT("cli", "Training rows that ranges are found on; 0: all")));
    addChoice(command, options, "--scales", {"qat"}, &CompressionOptions::scales, allScales, scalesName,
              text(BROTO_TEXT("cli", "Whether scales of weights stay as calibrated, or are learned as well")));
}

void addCodebookOptions(CLI::App& command, const Shared& options)
{
    const Methods codebook = {"codebook"};
    addNumber(command, options, "--entries", codebook, &CompressionOptions::entries,
              text(BROTO_TEXT("cli", "Room in a codebook: 4, 16 or 256 weights")))
        ->check(CLI::IsMember({4, 16, 256}));
    addChoice(command, options, "--centres", codebook, &CompressionOptions::centres, allCentreMethods, centreMethodName,
              text(BROTO_TEXT("cli", "How the entries of a codebook are found")));
    addFlag(command, options, "--shared", codebook, &CompressionOptions::shared,
            text(BROTO_TEXT("cli", "One codebook for all layers")));
    addNumber(command, options, "--threshold", codebook, &CompressionOptions::threshold,
              text(BROTO_TEXT("cli", "AutoCloud: how many deviations a cloud reaches")));
    addNumber(command, options, "--bandwidth", codebook, &CompressionOptions::bandwidth,
              text(BROTO_TEXT("cli", "Mean shift: how far it looks, in deviations of all weights")));
    addNumber(command, options, "--radius", codebook, &CompressionOptions::radius,
              text(BROTO_TEXT("cli", "DBSTREAM: how large a cluster is, in deviations of all weights")));
}

void addPruningOptions(CLI::App& command, const Shared& options)
{
    const Methods prune = {"prune"};
    addNumber(
        command, options, "--share", prune, &CompressionOptions::share,
        text(BROTO_TEXT("cli", "How much goes, 0 to 0.95: of all weights, or of the neurons of each hidden layer")));
    addFlag(command, options, "--neurons", prune, &CompressionOptions::neurons,
            text(BROTO_TEXT("cli", "Whole neurons go, and the network is smaller")));
    addNumber(command, options, "--stages", prune, &CompressionOptions::stages,
              text(BROTO_TEXT("cli", "In how many steps it goes, learning between them; 1: all at once")));
}

void addDistillationOptions(CLI::App& command, const Shared& options)
{
    const Methods distill = {"distill"};
    addLayers(command, options, "--teacher", distill, &CompressionOptions::teacher,
              text(BROTO_TEXT("cli", "Neurons of the teacher's hidden layers, such as 64,32")));
    addLayers(command, options, "--student", distill, &CompressionOptions::student,
              text(BROTO_TEXT("cli", "Neurons of the student's hidden layers (default: those of the network)")));
    addNumber(command, options, "--temperature", distill, &CompressionOptions::temperature,
              text(BROTO_TEXT("cli", "From 1 on: the higher, the more a teacher tells about unlikely classes")));
    addNumber(command, options, "--follow", distill, &CompressionOptions::follow,
              text(BROTO_TEXT("cli", "How much the student follows its teacher, 0 to 1; the rest is the truth")));
}

Message belongsElsewhere(const CompressionOptions::Written& written)
{
    std::string known;
    for (const std::string& method : written.methods)
        known += (known.empty() ? "" : ", ") + method;
    return message("cli.foreign-option", BROTO_TEXT("cli", "%1 belongs to %2, which is not among the methods."),
                   written.option, known);
}

ExtraTraining extraOf(const CompressionOptions& options)
{
    ExtraTraining extra;
    set(extra.epochs, options.epochs);
    set(extra.learningRate, options.learningRate);
    return extra;
}

NetworkDesign designOf(const std::string& layers, NetworkDesign usual)
{
    if (layers.empty())
        return usual;
    NetworkDesign design;
    design.hidden = hiddenLayersOf(layers);
    return design;
}

CompressionStep distillation(const CompressionOptions& options, const NetworkDesign& project)
{
    DistillationOptions step;
    step.teacher = designOf(options.teacher, step.teacher);
    step.student = designOf(options.student, project);
    set(step.temperature, options.temperature);
    set(step.share, options.follow);
    return step;
}

CompressionStep pruning(const CompressionOptions& options)
{
    PruningOptions step;
    step.pruning = options.neurons ? Pruning::Neurons : Pruning::Weights;
    set(step.share, options.share);
    set(step.stages, options.stages);
    step.extra = extraOf(options);
    return step;
}

CompressionStep qat(const CompressionOptions& options)
{
    QatOptions step;
    if (!options.bits.empty())
        step.bits = options.bits.front();
    set(step.scales, options.scales);
    set(step.activationRange, options.activationRange);
    step.extra = extraOf(options);
    return step;
}

CompressionStep codebook(const CompressionOptions& options)
{
    CodebookOptions step;
    if (options.entries)
        step.size = static_cast<std::size_t>(std::max(0, *options.entries));
    set(step.method, options.centres);
    step.codebooks = options.shared ? Codebooks::OneForAll : Codebooks::ALayer;
    set(step.centres.autoCloud.threshold, options.threshold);
    set(step.centres.meanShift.bandwidth, options.bandwidth);
    set(step.centres.dbStream.radius, options.radius);
    step.extra = extraOf(options);
    return step;
}

CompressionStep quantization(const CompressionOptions& options)
{
    QuantizationOptions step = options.bits.size() > 1
                                   ? mixedOptions(options.bits)
                                   : usualOptions(options.bits.empty() ? mostWeightBits : options.bits.front());
    set(step.granularity, options.granularity);
    set(step.activationRange, options.activationRange);
    set(step.weightRange, options.weightRange);
    set(step.rounding, options.rounding);
    set(step.correctBias, options.correctBias);
    set(step.calibrationRows, options.calibrationRows);
    return step;
}

CompressionStep stepOf(const std::string& method, const CompressionOptions& options, const NetworkDesign& project)
{
    if (method == "distill")
        return distillation(options, project);
    if (method == "prune")
        return pruning(options);
    if (method == "qat")
        return qat(options);
    return method == "codebook" ? codebook(options) : quantization(options);
}

}

void addCompressionOptions(CLI::App& command, const Shared& options)
{
    command
        .add_option(
            "--method", options->methods,
            text(BROTO_TEXT("cli", "What is done: ptq (integers after the training), qat (trained as integers), "
                                   "codebook (weights share values), prune, distill; or several: prune,qat,codebook")))
        ->delimiter(',')
        ->check(CLI::IsMember(everyMethod));
    addQuantizationOptions(command, options);
    addCodebookOptions(command, options);
    addPruningOptions(command, options);
    addDistillationOptions(command, options);
    addNumber(command, options, "--epochs", learningMethods, &CompressionOptions::epochs,
              text(BROTO_TEXT("cli", "Epochs that each step learns on for; 0: as usual")));
    addNumber(command, options, "--learning-rate", learningMethods, &CompressionOptions::learningRate,
              text(BROTO_TEXT("cli", "Size of a step while it learns on; 0: as usual")));
}

std::optional<Message> foreignOption(const CompressionOptions& options)
{
    for (const CompressionOptions::Written& written : options.written) {
        const auto isKnown = [&](const std::string& method) {
            return std::find(written.methods.begin(), written.methods.end(), method) != written.methods.end();
        };
        if (std::none_of(options.methods.begin(), options.methods.end(), isKnown))
            return belongsElsewhere(written);
    }
    return std::nullopt;
}

Result<Recipe> recipeOf(const CompressionOptions& options, const NetworkDesign& project)
{
    Recipe recipe;
    for (const std::string& method : options.methods)
        recipe.steps.push_back(stepOf(method, options, project));
    if (const Result<void> checked = checkRecipe(recipe); !checked)
        return checked.error();
    return recipe;
}

}
