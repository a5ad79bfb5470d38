#include "training_options.h"

#include "common/number_text.h"
#include "common_options.h"
#include "language.h"
#include "option_text.h"

#include <CLI/CLI.hpp>

namespace broto {

namespace {

const std::string byItself = "auto";

/// An option that takes one of these names.
template<class Choice, std::size_t count>
void addChoice(CLI::App& command, const std::string& name, std::optional<Choice>& choice,
               const Choice (&choices)[count], std::string_view (*nameOf)(Choice), Choice usual,
               const std::string& description)
{
    command
        .add_option_function<std::string>(
            name,
            [&choice, &choices, nameOf](const std::string& typed) { choice = choiceNamed(typed, choices, nameOf); },
            description)
        ->check(CLI::IsMember(namesOfAll(choices, nameOf)))
        ->default_str(std::string(nameOf(usual)));
}

/// An option that takes a number. Which numbers it may be, the training itself says (checkSettings).
template<class Number>
CLI::Option* addNumber(CLI::App& command, const std::string& name, std::optional<Number>& number, Number usual,
                       const std::string& description)
{
    return command
        .add_option_function<Number>(
            name, [&number](const Number& typed) { number = typed; }, description)
        ->default_str(shortest(static_cast<double>(usual)));
}

std::string problemWithDecay(const std::string& typed)
{
    return typed == byItself || parseNumber(typed) ? std::string() : text(BROTO_TEXT("cli", "Write a number, or auto"));
}

void addNetworkOptions(CLI::App& command, TrainingOptions& options)
{
    command
        .add_option("--layers", options.layers,
                    text(BROTO_TEXT("cli", "Neurons of the hidden layers, such as 16,8, or none (default: 16,8)")))
        ->check(problemWithLayers);
    const HiddenLayer layer;
    addChoice(command, "--activation", options.activation, allActivations, activationName, layer.activation,
              text(BROTO_TEXT("cli", "Activation of the hidden layers")));
    addNumber(command, "--dropout", options.dropout, layer.dropout,
              text(BROTO_TEXT("cli", "Share of the hidden neurons that are silent in a training step")));
    command.add_flag_function(
        "--batch-norm,!--no-batch-norm", [&options](std::int64_t count) { options.normalised = count > 0; },
        text(BROTO_TEXT("cli", "Normalise the sums of the hidden layers batch by batch")));
}

void addCourseOptions(CLI::App& command, TrainingOptions& options, const TrainingSettings& usual)
{
    addNumber(command, "--epochs", options.epochs, usual.epochs,
              text(BROTO_TEXT("cli", "How often all rows are seen")));
    addNumber(command, "--batch", options.batch, usual.batch, text(BROTO_TEXT("cli", "Rows between two steps")));
    addNumber(command, "--patience", options.patience, usual.patience,
              text(BROTO_TEXT("cli", "Epochs without a better validation loss after which it ends; 0: never")));
    addChoice(command, "--schedule", options.schedule, allSchedules, scheduleName, usual.schedule,
              text(BROTO_TEXT("cli", "How the learning rate moves from epoch to epoch")));
    addNumber(command, "--warm-up", options.warmUpEpochs, usual.warmUpEpochs,
              text(BROTO_TEXT("cli", "Epochs in which the learning rate rises to its largest")));
    addNumber(command, "--seed", options.seed, usual.seed,
              text(BROTO_TEXT("cli", "Same seed, same result, to the last bit")))
        ->check(readableBy(parseSeed, text(BROTO_TEXT("cli", "Write a whole number from 0 on"))));
}

void addStepOptions(CLI::App& command, TrainingOptions& options, const TrainingSettings& usual)
{
    addChoice(command, "--optimizer", options.optimizer, allOptimizers, optimizerName, usual.optimizer,
              text(BROTO_TEXT("cli", "How a step is found")));
    addNumber(command, "--learning-rate", options.learningRate, usual.learningRate,
              text(BROTO_TEXT("cli", "Size of a step")))
        ->check(readableBy(parseLearningRate, text(BROTO_TEXT("cli", "Write a number above 0 and up to 1000"))));
    addNumber(command, "--momentum", options.momentum, usual.momentum,
              text(BROTO_TEXT("cli", "Share of the last step in the next, for momentum and nesterov")));
    command
        .add_option("--weight-decay", options.weightDecay,
                    text(BROTO_TEXT("cli", "How strongly adamw pulls weights to 0; auto: by the number of rows")))
        ->check(problemWithDecay)
        ->default_str(byItself);
    addNumber(command, "--clip", options.largestGradient, usual.largestGradient,
              text(BROTO_TEXT("cli", "Length to which longer gradients are shortened; 0: never")));
    addChoice(command, "--initialiser", options.initialiser, allInitialisers, initialiserName, usual.initialiser,
              text(BROTO_TEXT("cli", "How the first weights are drawn")));
}

void addLossOptions(CLI::App& command, TrainingOptions& options, const TrainingSettings& usual)
{
    std::vector<std::string> losses = namesOfAll(allLosses, lossName);
    losses.insert(losses.begin(), byItself);
    command
        .add_option("--loss", options.loss,
                    text(BROTO_TEXT("cli", "What training makes small; auto: as fits the target")))
        ->check(CLI::IsMember(losses))
        ->default_str(byItself);
    addChoice(command, "--class-weights", options.classWeights, allClassWeights, classWeightsName, usual.classWeights,
              text(BROTO_TEXT("cli", "How much a row counts: all alike, or more in rare classes")));
    addNumber(command, "--label-smoothing", options.labelSmoothing, usual.labelSmoothing,
              text(BROTO_TEXT("cli", "Share of the truth that is spread over all classes")));
    addNumber(command, "--l1", options.l1, usual.l1,
              text(BROTO_TEXT("cli", "Penalty on the sizes of the weights, added to the loss")));
    addNumber(command, "--l2", options.l2, usual.l2,
              text(BROTO_TEXT("cli", "Penalty on the squares of the weights, added to the loss")));
}

}

void addTrainingOptions(CLI::App& command, TrainingOptions& options)
{
    const TrainingSettings usual;
    addNetworkOptions(command, options);
    addCourseOptions(command, options, usual);
    addStepOptions(command, options, usual);
    addLossOptions(command, options, usual);
}

void applyTrainingOptions(const TrainingOptions& options, NetworkDesign& design, TrainingSettings& settings)
{
    if (!options.layers.empty())
        design.hidden = hiddenLayersOf(options.layers);
    for (HiddenLayer& layer : design.hidden) {
        set(layer.activation, options.activation);
        set(layer.dropout, options.dropout);
        set(layer.normalised, options.normalised);
    }
    set(settings.epochs, options.epochs);
    set(settings.batch, options.batch);
    set(settings.seed, options.seed);
    set(settings.optimizer, options.optimizer);
    set(settings.learningRate, options.learningRate);
    set(settings.momentum, options.momentum);
    if (!options.weightDecay.empty())
        settings.weightDecay = parseNumber(options.weightDecay); // "auto" is none
    set(settings.schedule, options.schedule);
    set(settings.warmUpEpochs, options.warmUpEpochs);
    if (!options.loss.empty())
        settings.loss = choiceNamed(options.loss, allLosses, lossName);
    set(settings.classWeights, options.classWeights);
    set(settings.labelSmoothing, options.labelSmoothing);
    set(settings.l1, options.l1);
    set(settings.l2, options.l2);
    set(settings.largestGradient, options.largestGradient);
    set(settings.initialiser, options.initialiser);
    set(settings.patience, options.patience);
}

}
