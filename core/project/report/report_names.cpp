#include "project/report/report_names.h"

namespace broto {

std::string nameOf(Role role, const ReportWords& words)
{
    switch (role) {
    case Role::Feature:
        return words.say(BROTO_TEXT("core", "feature"));
    case Role::Target:
        return words.say(BROTO_TEXT("core", "what is learned"));
    case Role::Ignore:
        return words.say(BROTO_TEXT("core", "left out"));
    case Role::Group:
        return words.say(BROTO_TEXT("core", "group"));
    case Role::Time:
        return words.say(BROTO_TEXT("core", "time"));
    }
    return {};
}

std::string nameOf(ColumnType type, const ReportWords& words)
{
    switch (type) {
    case ColumnType::Number:
        return words.say(BROTO_TEXT("core", "number"));
    case ColumnType::Integer:
        return words.say(BROTO_TEXT("core", "whole number"));
    case ColumnType::Boolean:
        return words.say(BROTO_TEXT("core", "yes or no"));
    case ColumnType::Category:
        return words.say(BROTO_TEXT("core", "category"));
    case ColumnType::DateTime:
        return words.say(BROTO_TEXT("core", "date and time"));
    case ColumnType::Identifier:
        return words.say(BROTO_TEXT("core", "identifier"));
    case ColumnType::Text:
        return words.say(BROTO_TEXT("core", "text"));
    case ColumnType::Constant:
        return words.say(BROTO_TEXT("core", "always the same"));
    }
    return {};
}

std::string nameOf(Task task, const ReportWords& words)
{
    return task == Task::Classification ? words.say(BROTO_TEXT("core", "which class a row is of (classification)"))
                                        : words.say(BROTO_TEXT("core", "a number (regression)"));
}

std::string nameOf(Scaling scaling, const ReportWords& words)
{
    switch (scaling) {
    case Scaling::Standard:
        return words.say(BROTO_TEXT("core", "every feature to mean 0 and deviation 1 (standard)"));
    case Scaling::MinMax:
        return words.say(BROTO_TEXT("core", "the range of every feature to 0 … 1 (min-max)"));
    case Scaling::Robust:
        return words.say(BROTO_TEXT("core", "by the median and the middle half of every feature (robust)"));
    case Scaling::None:
        return words.say(BROTO_TEXT("core", "none: values stay as they are"));
    }
    return {};
}

std::string nameOf(SplitMethod method, const ReportWords& words)
{
    switch (method) {
    case SplitMethod::Random:
        return words.say(BROTO_TEXT("core", "at random"));
    case SplitMethod::Stratified:
        return words.say(BROTO_TEXT("core", "at random, with the classes or values in their proportions"));
    case SplitMethod::Group:
        return words.say(BROTO_TEXT("core", "by group: rows of one group stay together"));
    case SplitMethod::Time:
        return words.say(BROTO_TEXT("core", "by time: the oldest rows for training, the newest for the test"));
    case SplitMethod::Column:
        return words.say(BROTO_TEXT("core", "as a column of the table says"));
    case SplitMethod::File:
        return words.say(BROTO_TEXT("core", "the test rows stand in a file of their own"));
    case SplitMethod::Folds:
        return words.say(BROTO_TEXT("core", "in folds, of which one is the test"));
    }
    return {};
}

std::string nameOf(DataCheck::Severity severity, const ReportWords& words)
{
    switch (severity) {
    case DataCheck::Severity::Note:
        return words.say(BROTO_TEXT("core", "Note"));
    case DataCheck::Severity::Warning:
        return words.say(BROTO_TEXT("core", "Warning"));
    case DataCheck::Severity::Problem:
        return words.say(BROTO_TEXT("core", "Problem"));
    }
    return {};
}

std::string nameOf(Schedule schedule, const ReportWords& words)
{
    switch (schedule) {
    case Schedule::Constant:
        return words.say(BROTO_TEXT("core", "constant"));
    case Schedule::Step:
        return words.say(BROTO_TEXT("core", "to a tenth after each third of the epochs"));
    case Schedule::Cosine:
        return words.say(BROTO_TEXT("core", "down a smooth S to a hundredth (cosine)"));
    case Schedule::Plateau:
        return words.say(BROTO_TEXT("core", "to a half whenever the validation loss stalls"));
    }
    return {};
}

std::string nameOf(Loss loss, const ReportWords& words)
{
    switch (loss) {
    case Loss::CrossEntropy:
        return words.say(BROTO_TEXT("core", "cross-entropy"));
    case Loss::BinaryCrossEntropy:
        return words.say(BROTO_TEXT("core", "binary cross-entropy"));
    case Loss::SquaredError:
        return words.say(BROTO_TEXT("core", "squared error"));
    case Loss::AbsoluteError:
        return words.say(BROTO_TEXT("core", "absolute error"));
    case Loss::Huber:
        return "Huber";
    }
    return {};
}

std::string nameOf(Optimizer optimizer)
{
    switch (optimizer) {
    case Optimizer::Sgd:
        return "SGD";
    case Optimizer::Momentum:
        return "SGD + momentum";
    case Optimizer::Nesterov:
        return "Nesterov";
    case Optimizer::RmsProp:
        return "RMSprop";
    case Optimizer::Adam:
        return "Adam";
    case Optimizer::AdamW:
        return "AdamW";
    case Optimizer::Adamax:
        return "Adamax";
    }
    return {};
}

std::string nameOf(Initialiser initialiser, const ReportWords& words)
{
    switch (initialiser) {
    case Initialiser::GlorotUniform:
        return words.say(BROTO_TEXT("core", "Glorot, uniform"));
    case Initialiser::GlorotNormal:
        return words.say(BROTO_TEXT("core", "Glorot, normal"));
    case Initialiser::HeUniform:
        return words.say(BROTO_TEXT("core", "He, uniform"));
    case Initialiser::HeNormal:
        return words.say(BROTO_TEXT("core", "He, normal"));
    }
    return {};
}

std::string nameOf(Activation activation, const ReportWords& words)
{
    switch (activation) {
    case Activation::Linear:
        return words.say(BROTO_TEXT("core", "linear"));
    case Activation::Relu:
        return "ReLU";
    case Activation::LeakyRelu:
        return "Leaky ReLU";
    case Activation::Elu:
        return "ELU";
    case Activation::Sigmoid:
        return words.say(BROTO_TEXT("core", "sigmoid"));
    case Activation::Tanh:
        return "tanh";
    case Activation::Softplus:
        return "softplus";
    case Activation::Swish:
        return "swish";
    case Activation::HardSigmoid:
        return words.say(BROTO_TEXT("core", "hard sigmoid"));
    case Activation::HardSwish:
        return words.say(BROTO_TEXT("core", "hard swish"));
    }
    return {};
}

std::string metricName(Task task, const ReportWords& words)
{
    return task == Task::Classification ? words.say(BROTO_TEXT("core", "Accuracy")) : "R²";
}

std::string inUnit(const std::string& name, const std::string& unit)
{
    return unit.empty() ? name : name + " (" + unit + ")";
}

}
