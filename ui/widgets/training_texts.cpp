#include "ui/widgets/training_texts.h"

#include "project/choice_names.h"
#include "ui/document/message_text.h"
#include "ui/widgets/number_format.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QStringList>

namespace broto::ui {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("TrainingTexts", text);
}

template<class Choices, class Name, class Text>
void addNames(QHash<QString, QString>& names, const Choices& choices, Name name, Text text)
{
    for (const auto choice : choices) {
        const std::string_view word = name(choice);
        names.insert(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())), text(choice));
    }
}

/// What a word of the command line is called in the window.
QHash<QString, QString> shownNames()
{
    QHash<QString, QString> names{{QStringLiteral("R2"), QStringLiteral("R²")},
                                  {QStringLiteral("accuracy"), metricName(Task::Classification)}};
    addNames(names, allOptimizers, optimizerName, optimizerText);
    addNames(names, allSchedules, scheduleName, scheduleText);
    addNames(names, allInitialisers, initialiserName, initialiserText);
    addNames(names, allLosses, lossName, lossText);
    addNames(names, allActivations, activationName, activationText);
    return names;
}

/// Word by word: a design is several of them.
QString shown(const QString& text, const QHash<QString, QString>& names)
{
    QStringList words = text.split(u' ');
    for (QString& word : words) {
        const bool listed = word.endsWith(u',');
        const QString bare = listed ? word.chopped(1) : word;
        bool isNumber = false;
        const double number = bare.toDouble(&isNumber);
        const auto fraction = bare.indexOf(u'.');
        if (isNumber && fraction >= 0)
            word = QLocale().toString(number, 'f', static_cast<int>(bare.size() - fraction - 1));
        else
            word = names.value(bare, bare);
        if (listed)
            word += u',';
    }
    return words.join(u' ');
}

}

QString activationText(Activation activation)
{
    return messageText(nameOf(activation));
}

QString activationExplanation(Activation activation)
{
    switch (activation) {
    case Activation::Linear:
        return say(QT_TRANSLATE_NOOP("TrainingTexts", "The sum as it is: layers of these alone can only draw straight "
                                                      "lines."));
    case Activation::Relu:
        return say(QT_TRANSLATE_NOOP("TrainingTexts", "The sum, or 0 where it is below 0: fast on every board, and the "
                                                      "usual choice."));
    case Activation::LeakyRelu:
        return say(QT_TRANSLATE_NOOP("TrainingTexts",
                                     "ReLU that lets a little through below 0, so that no neuron falls "
                                     "silent for ever."));
    case Activation::Elu:
        return say(QT_TRANSLATE_NOOP("TrainingTexts", "Like ReLU, but it bends softly to −1 below 0."));
    case Activation::Sigmoid:
        return say(QT_TRANSLATE_NOOP("TrainingTexts", "An S from 0 to 1: learns slowly where the sum is large."));
    case Activation::Tanh:
        return say(QT_TRANSLATE_NOOP("TrainingTexts", "An S from −1 to 1: smooth, and good for smooth curves."));
    case Activation::Softplus:
        return say(QT_TRANSLATE_NOOP("TrainingTexts", "A ReLU without the corner at 0."));
    case Activation::Swish:
        return say(QT_TRANSLATE_NOOP("TrainingTexts",
                                     "The sum times its sigmoid: smooth, and often a little better than "
                                     "ReLU."));
    case Activation::HardSigmoid:
        return say(QT_TRANSLATE_NOOP("TrainingTexts", "A sigmoid of three straight lines: cheap on a board."));
    case Activation::HardSwish:
        return say(QT_TRANSLATE_NOOP("TrainingTexts", "A swish made of the hard sigmoid: cheap on a board."));
    }
    return {};
}

QString optimizerText(Optimizer optimizer)
{
    return messageText(nameOf(optimizer));
}

QString optimizerExplanation(Optimizer optimizer)
{
    switch (optimizer) {
    case Optimizer::Sgd:
        return say(
            QT_TRANSLATE_NOOP("TrainingTexts", "A step straight down the slope of each batch: simple, and slow."));
    case Optimizer::Momentum:
        return say(QT_TRANSLATE_NOOP("TrainingTexts", "Steps gather speed like a ball that rolls down the slope."));
    case Optimizer::Nesterov:
        return say(
            QT_TRANSLATE_NOOP("TrainingTexts", "Momentum that looks ahead before it steps, and overshoots less."));
    case Optimizer::RmsProp:
        return say(QT_TRANSLATE_NOOP("TrainingTexts", "Every weight has a step of its own, shorter where slopes are "
                                                      "steep."));
    case Optimizer::Adam:
        return say(QT_TRANSLATE_NOOP("TrainingTexts", "Momentum, with a step of its own for every weight: works nearly "
                                                      "everywhere."));
    case Optimizer::AdamW:
        return say(QT_TRANSLATE_NOOP("TrainingTexts", "Adam that also pulls weights towards 0: learns less by heart."));
    case Optimizer::Adamax:
        return say(QT_TRANSLATE_NOOP("TrainingTexts", "Adam that goes by the steepest slope so far: calm with rare, "
                                                      "large ones."));
    }
    return {};
}

QString scheduleText(Schedule schedule)
{
    return messageText(nameOf(schedule));
}

QString scheduleExplanation(Schedule schedule)
{
    switch (schedule) {
    case Schedule::Constant:
        return say(QT_TRANSLATE_NOOP("TrainingTexts", "The learning rate stays as it is."));
    case Schedule::Step:
        return say(QT_TRANSLATE_NOOP("TrainingTexts", "The learning rate falls to a tenth after each third of the "
                                                      "epochs."));
    case Schedule::Cosine:
        return say(QT_TRANSLATE_NOOP("TrainingTexts", "The learning rate falls along a smooth S to a hundredth: large "
                                                      "steps find the place, small ones settle in it."));
    case Schedule::Plateau:
        return say(QT_TRANSLATE_NOOP("TrainingTexts",
                                     "The learning rate halves when the validation loss has not fallen "
                                     "for ten epochs."));
    }
    return {};
}

QString initialiserText(Initialiser initialiser)
{
    return messageText(nameOf(initialiser));
}

QString initialiserExplanation(Initialiser initialiser)
{
    const bool glorot = initialiser == Initialiser::GlorotUniform || initialiser == Initialiser::GlorotNormal;
    return glorot ? say(QT_TRANSLATE_NOOP("TrainingTexts", "First weights of a size that suits tanh and sigmoid; they "
                                                           "do well in small networks."))
                  : say(QT_TRANSLATE_NOOP("TrainingTexts", "Larger first weights, made for deep networks of ReLU."));
}

QString lossText(Loss loss)
{
    return messageText(nameOf(loss));
}

QString lossExplanation(Loss loss)
{
    switch (loss) {
    case Loss::CrossEntropy:
        return say(QT_TRANSLATE_NOOP("TrainingTexts", "How surprised the network is by the right class."));
    case Loss::BinaryCrossEntropy:
        return say(QT_TRANSLATE_NOOP("TrainingTexts", "The same for two classes, learned with one output."));
    case Loss::SquaredError:
        return say(QT_TRANSLATE_NOOP("TrainingTexts", "Large errors count far more than small ones."));
    case Loss::AbsoluteError:
        return say(QT_TRANSLATE_NOOP("TrainingTexts", "Every error counts by its size: outliers pull less."));
    case Loss::Huber:
        return say(QT_TRANSLATE_NOOP("TrainingTexts",
                                     "Squared for small errors, absolute for large ones: a good choice "
                                     "with outliers."));
    }
    return {};
}

Message withShownNames(Message message)
{
    const QHash<QString, QString> names = shownNames();
    for (Argument& argument : message.arguments)
        if (const auto* text = std::get_if<std::string>(&argument))
            argument = shown(QString::fromStdString(*text), names).toStdString();
    return message;
}

}
