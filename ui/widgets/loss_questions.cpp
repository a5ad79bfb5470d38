#include "ui/widgets/loss_questions.h"

#include "ui/widgets/number_format.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace broto::ui {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("LossQuestions", text);
}

QMessageBox* question(QWidget& window, const char* name, const char* title, const QString& text)
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, say(title), text, QMessageBox::NoButton, &window);
    box->setObjectName(QLatin1String(name));
    box->setAttribute(Qt::WA_DeleteOnClose);
    return box;
}

/// Without the pictures that the style would put on the buttons.
void openCalmly(QMessageBox& box)
{
    for (QAbstractButton* button : box.buttons())
        button->setIcon({});
    box.open();
}

}

void askAboutUnsaved(QWidget& window, const UnsavedAnswers& answers)
{
    QMessageBox* box =
        question(window, "unsavedQuestion", QT_TRANSLATE_NOOP("LossQuestions", "Unsaved changes"),
                 say(QT_TRANSLATE_NOOP("LossQuestions", "This project has changes that are not saved.")));
    box->setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    box->setInformativeText(say(QT_TRANSLATE_NOOP("LossQuestions", "Save them first?")));
    box->button(QMessageBox::Save)->setText(say(QT_TRANSLATE_NOOP("LossQuestions", "Save")));
    box->button(QMessageBox::Discard)->setText(say(QT_TRANSLATE_NOOP("LossQuestions", "Do not save")));
    box->button(QMessageBox::Cancel)->setText(say(QT_TRANSLATE_NOOP("LossQuestions", "Cancel")));
    QObject::connect(box, &QMessageBox::finished, &window, [answers](int answer) {
        if (answer == QMessageBox::Save)
            answers.save();
        else if (answer == QMessageBox::Discard)
            answers.discard();
    });
    openCalmly(*box);
}

void askAboutTraining(QWidget& window, int epochs, const TrainingAnswers& answers)
{
    QMessageBox* box =
        question(window, "trainingQuestion", QT_TRANSLATE_NOOP("LossQuestions", "A training is running"),
                 say(QT_TRANSLATE_NOOP("LossQuestions", "A training of %1 epochs is running.")).arg(countText(epochs)));
    box->setInformativeText(
        say(QT_TRANSLATE_NOOP("LossQuestions", "Stop it and keep the best result so far, or let it go on?")));
    QPushButton* keep =
        box->addButton(say(QT_TRANSLATE_NOOP("LossQuestions", "Stop and keep")), QMessageBox::AcceptRole);
    QPushButton* drop =
        box->addButton(say(QT_TRANSLATE_NOOP("LossQuestions", "Stop and drop")), QMessageBox::DestructiveRole);
    QPushButton* goOn =
        box->addButton(say(QT_TRANSLATE_NOOP("LossQuestions", "Go on training")), QMessageBox::RejectRole);
    keep->setObjectName(QStringLiteral("stopAndKeep"));
    drop->setObjectName(QStringLiteral("stopAndDrop"));
    goOn->setObjectName(QStringLiteral("goOn"));
    box->setDefaultButton(keep);
    box->setEscapeButton(goOn);
    QObject::connect(box, &QMessageBox::finished, &window, [box, keep, drop, answers] {
        if (box->clickedButton() == keep)
            answers.stopAndKeep();
        else if (box->clickedButton() == drop)
            answers.drop();
    });
    openCalmly(*box);
}

void askAboutWork(QWidget& window, JobKind kind, std::function<void()> cancelIt)
{
    const char* what = kind == JobKind::Compress ? QT_TRANSLATE_NOOP("LossQuestions", "A compression is running.")
                       : kind == JobKind::Upload
                           ? QT_TRANSLATE_NOOP("LossQuestions", "A program is being written to the board.")
                           : QT_TRANSLATE_NOOP("LossQuestions", "Every fold is being trained.");
    QMessageBox* box =
        question(window, "workQuestion", QT_TRANSLATE_NOOP("LossQuestions", "Something is running"), say(what));
    box->setInformativeText(say(QT_TRANSLATE_NOOP("LossQuestions", "If it is cancelled now, nothing of it is kept.")));
    QPushButton* cancel =
        box->addButton(say(QT_TRANSLATE_NOOP("LossQuestions", "Cancel it")), QMessageBox::DestructiveRole);
    QPushButton* goOn =
        box->addButton(say(QT_TRANSLATE_NOOP("LossQuestions", "Let it go on")), QMessageBox::RejectRole);
    cancel->setObjectName(QStringLiteral("cancelWork"));
    goOn->setObjectName(QStringLiteral("goOn"));
    box->setDefaultButton(goOn);
    box->setEscapeButton(goOn);
    QObject::connect(box, &QMessageBox::finished, &window, [box, cancel, cancelIt = std::move(cancelIt)] {
        if (box->clickedButton() == cancel)
            cancelIt();
    });
    openCalmly(*box);
}

void askAboutCapture(QWidget& window, int rows, const CaptureAnswers& answers)
{
    QMessageBox* box = question(
        window, "captureQuestion", QT_TRANSLATE_NOOP("LossQuestions", "Captured rows"),
        QCoreApplication::translate("LossQuestions", "%Ln captured row(s) are not kept anywhere yet.", nullptr, rows));
    box->setInformativeText(say(QT_TRANSLATE_NOOP(
        "LossQuestions", "On the Device page they can be added to the table, or saved as a file of their own.")));
    QPushButton* show = box->addButton(say(QT_TRANSLATE_NOOP("LossQuestions", "Show them")), QMessageBox::RejectRole);
    QPushButton* drop =
        box->addButton(say(QT_TRANSLATE_NOOP("LossQuestions", "Discard them")), QMessageBox::DestructiveRole);
    show->setObjectName(QStringLiteral("showCapture"));
    drop->setObjectName(QStringLiteral("dropCapture"));
    box->setDefaultButton(show);
    box->setEscapeButton(show);
    QObject::connect(box, &QMessageBox::finished, &window, [box, drop, answers] {
        if (box->clickedButton() == drop)
            answers.drop();
        else
            answers.show();
    });
    openCalmly(*box);
}

}
