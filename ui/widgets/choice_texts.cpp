#include "ui/widgets/choice_texts.h"

#include "project/choice_names.h"
#include "ui/document/message_text.h"

#include <QCoreApplication>

namespace broto::ui {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("Choices", text);
}

struct NameAndExplanation {
    const char* name;
    const char* explanation;
};

const char* explanationOf(Role role)
{
    switch (role) {
    case Role::Feature:
        return QT_TRANSLATE_NOOP("Choices", "The network learns from it, and the board will have to be given it.");
    case Role::Target:
        return QT_TRANSLATE_NOOP("Choices", "What the network predicts.");
    case Role::Ignore:
        return QT_TRANSLATE_NOOP("Choices", "Plays no part.");
    case Role::Group:
        return QT_TRANSLATE_NOOP("Choices", "Rows with one value belong together, such as those of one person: they "
                                            "stay in one part of the split.");
    case Role::Time:
        return QT_TRANSLATE_NOOP("Choices", "Says which row is older.");
    }
    return "";
}

NameAndExplanation textsOf(MissingPolicy policy)
{
    switch (policy) {
    case MissingPolicy::Keep:
        return {QT_TRANSLATE_NOOP("Choices", "keep them missing"),
                QT_TRANSLATE_NOOP("Choices", "Nothing stands for them: a number's row is not learned from and the "
                                             "board refuses it, a category is none of the known ones.")};
    case MissingPolicy::DropRows:
        return {QT_TRANSLATE_NOOP("Choices", "drop their rows"),
                QT_TRANSLATE_NOOP("Choices", "Rows without a value are not learned from, and the board refuses them.")};
    case MissingPolicy::Mean:
        return {QT_TRANSLATE_NOOP("Choices", "mean"),
                QT_TRANSLATE_NOOP("Choices", "The mean of the training rows stands for them, on the board as well.")};
    case MissingPolicy::Median:
        return {QT_TRANSLATE_NOOP("Choices", "median"),
                QT_TRANSLATE_NOOP("Choices", "The middle value of the training rows stands for them: outliers do not "
                                             "move it.")};
    case MissingPolicy::MostFrequent:
        return {QT_TRANSLATE_NOOP("Choices", "most frequent"),
                QT_TRANSLATE_NOOP("Choices", "The most frequent value of the training rows stands for them.")};
    case MissingPolicy::LastValue:
        return {QT_TRANSLATE_NOOP("Choices", "last value"),
                QT_TRANSLATE_NOOP("Choices", "The value before stands for them, as when a sensor stays silent for a "
                                             "moment.")};
    }
    return {};
}

const char* explanationOf(Scaling scaling)
{
    switch (scaling) {
    case Scaling::Standard:
        return QT_TRANSLATE_NOOP("Choices", "Every feature gets mean 0 and deviation 1 over the training rows: the "
                                            "usual choice.");
    case Scaling::MinMax:
        return QT_TRANSLATE_NOOP("Choices", "The training rows' range becomes 0 to 1: good for sensors with fixed "
                                            "ends, bad with outliers.");
    case Scaling::Robust:
        return QT_TRANSLATE_NOOP("Choices", "By the median and the middle half of the values: outliers do not "
                                            "matter.");
    case Scaling::None:
        return QT_TRANSLATE_NOOP("Choices", "Values stay as they are: only for features that have like ranges "
                                            "already.");
    }
    return "";
}

const char* explanationOf(SplitMethod method)
{
    switch (method) {
    case SplitMethod::Random:
        return QT_TRANSLATE_NOOP("Choices", "Every row goes to a part by chance, the same way for the same seed.");
    case SplitMethod::Stratified:
        return QT_TRANSLATE_NOOP("Choices", "By chance, but every part gets its share of each class.");
    case SplitMethod::Group:
        return QT_TRANSLATE_NOOP("Choices", "Rows of one group stay together: the network is tested on people or "
                                            "devices that it has never seen.");
    case SplitMethod::Time:
        return QT_TRANSLATE_NOOP("Choices", "It learns from the oldest rows and is tested on the newest, as in real "
                                            "use.");
    case SplitMethod::Column:
        return QT_TRANSLATE_NOOP("Choices", "A column of the table names every row's part: train, validation or "
                                            "test.");
    case SplitMethod::File:
        return QT_TRANSLATE_NOOP("Choices", "The test rows come from a file of their own, with the same columns.");
    case SplitMethod::Folds:
        return QT_TRANSLATE_NOOP("Choices", "Equal parts take turns at being the test: train once for each fold and "
                                            "compare.");
    }
    return "";
}

}

QString roleText(Role role)
{
    return messageText(nameOf(role));
}

QString roleExplanation(Role role)
{
    return translated(explanationOf(role));
}

QString typeText(ColumnType type)
{
    return messageText(nameOf(type));
}

QString missingPolicyText(MissingPolicy policy)
{
    return translated(textsOf(policy).name);
}

QString missingPolicyExplanation(MissingPolicy policy)
{
    return translated(textsOf(policy).explanation);
}

QString scalingText(Scaling scaling)
{
    return messageText(nameOf(scaling));
}

QString scalingExplanation(Scaling scaling)
{
    return translated(explanationOf(scaling));
}

QString splitMethodText(SplitMethod method)
{
    return messageText(nameOf(method));
}

QString splitMethodExplanation(SplitMethod method)
{
    return translated(explanationOf(method));
}

}
