#include "project/choice_names.h"

namespace broto {

namespace {

Message named(std::string_view name)
{
    return message("project.name", name);
}

}

Message nameOf(Role role)
{
    switch (role) {
    case Role::Feature:
        return named(BROTO_TEXT("core", "Feature"));
    case Role::Target:
        return named(BROTO_TEXT("core", "Target"));
    case Role::Ignore:
        return named(BROTO_TEXT("core", "Ignored"));
    case Role::Group:
        return named(BROTO_TEXT("core", "Group"));
    case Role::Time:
        return named(BROTO_TEXT("core", "Time"));
    }
    return {};
}

Message nameOf(ColumnType type)
{
    switch (type) {
    case ColumnType::Number:
        return named(BROTO_TEXT("core", "number"));
    case ColumnType::Integer:
        return named(BROTO_TEXT("core", "integer"));
    case ColumnType::Boolean:
        return named(BROTO_TEXT("core", "yes or no"));
    case ColumnType::Category:
        return named(BROTO_TEXT("core", "category"));
    case ColumnType::DateTime:
        return named(BROTO_TEXT("core", "date or time"));
    case ColumnType::Identifier:
        return named(BROTO_TEXT("core", "identifier"));
    case ColumnType::Text:
        return named(BROTO_TEXT("core", "text"));
    case ColumnType::Constant:
        return named(BROTO_TEXT("core", "constant"));
    }
    return {};
}

Message nameOf(Scaling scaling)
{
    switch (scaling) {
    case Scaling::Standard:
        return named(BROTO_TEXT("core", "standard"));
    case Scaling::MinMax:
        return named(BROTO_TEXT("core", "min-max"));
    case Scaling::Robust:
        return named(BROTO_TEXT("core", "robust"));
    case Scaling::None:
        return named(BROTO_TEXT("core", "none"));
    }
    return {};
}

Message nameOf(SplitMethod method)
{
    switch (method) {
    case SplitMethod::Random:
        return named(BROTO_TEXT("core", "at random"));
    case SplitMethod::Stratified:
        return named(BROTO_TEXT("core", "classes in proportion"));
    case SplitMethod::Group:
        return named(BROTO_TEXT("core", "by group"));
    case SplitMethod::Time:
        return named(BROTO_TEXT("core", "by time"));
    case SplitMethod::Column:
        return named(BROTO_TEXT("core", "as a column says"));
    case SplitMethod::File:
        return named(BROTO_TEXT("core", "test rows from a file"));
    case SplitMethod::Folds:
        return named(BROTO_TEXT("core", "in folds"));
    }
    return {};
}

Message nameOf(DataCheck::Severity severity)
{
    switch (severity) {
    case DataCheck::Severity::Note:
        return named(BROTO_TEXT("core", "Note"));
    case DataCheck::Severity::Warning:
        return named(BROTO_TEXT("core", "Warning"));
    case DataCheck::Severity::Problem:
        return named(BROTO_TEXT("core", "Problem"));
    }
    return {};
}

Message nameOf(Schedule schedule)
{
    switch (schedule) {
    case Schedule::Constant:
        return named(BROTO_TEXT("core", "Constant"));
    case Schedule::Step:
        return named(BROTO_TEXT("core", "Three steps"));
    case Schedule::Cosine:
        return named(BROTO_TEXT("core", "Smooth fall"));
    case Schedule::Plateau:
        return named(BROTO_TEXT("core", "When it stalls"));
    }
    return {};
}

Message nameOf(Loss loss)
{
    switch (loss) {
    case Loss::CrossEntropy:
        return named(BROTO_TEXT("core", "Cross-entropy"));
    case Loss::BinaryCrossEntropy:
        return named(BROTO_TEXT("core", "Binary cross-entropy"));
    case Loss::SquaredError:
        return named(BROTO_TEXT("core", "Squared error"));
    case Loss::AbsoluteError:
        return named(BROTO_TEXT("core", "Absolute error"));
    case Loss::Huber:
        return named("Huber");
    }
    return {};
}

Message nameOf(Optimizer optimizer)
{
    switch (optimizer) {
    case Optimizer::Sgd:
        return named("SGD");
    case Optimizer::Momentum:
        return named(BROTO_TEXT("core", "Momentum"));
    case Optimizer::Nesterov:
        return named("Nesterov");
    case Optimizer::RmsProp:
        return named("RMSprop");
    case Optimizer::Adam:
        return named("Adam");
    case Optimizer::AdamW:
        return named("AdamW");
    case Optimizer::Adamax:
        return named("Adamax");
    }
    return {};
}

Message nameOf(Initialiser initialiser)
{
    switch (initialiser) {
    case Initialiser::GlorotUniform:
        return named(BROTO_TEXT("core", "Glorot, uniform"));
    case Initialiser::GlorotNormal:
        return named(BROTO_TEXT("core", "Glorot, normal"));
    case Initialiser::HeUniform:
        return named(BROTO_TEXT("core", "He, uniform"));
    case Initialiser::HeNormal:
        return named(BROTO_TEXT("core", "He, normal"));
    }
    return {};
}

Message nameOf(Activation activation)
{
    switch (activation) {
    case Activation::Linear:
        return named(BROTO_TEXT("core", "Linear"));
    case Activation::Relu:
        return named("ReLU");
    case Activation::LeakyRelu:
        return named(BROTO_TEXT("core", "Leaky ReLU"));
    case Activation::Elu:
        return named("ELU");
    case Activation::Sigmoid:
        return named(BROTO_TEXT("core", "Sigmoid"));
    case Activation::Tanh:
        return named("tanh");
    case Activation::Softplus:
        return named("Softplus");
    case Activation::Swish:
        return named("Swish");
    case Activation::HardSigmoid:
        return named(BROTO_TEXT("core", "Hard sigmoid"));
    case Activation::HardSwish:
        return named(BROTO_TEXT("core", "Hard swish"));
    }
    return {};
}

Message metricNameOf(Task task)
{
    return named(task == Task::Classification ? BROTO_TEXT("core", "Accuracy") : "R²");
}

}
