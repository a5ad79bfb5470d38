#include "ui/help_boxes.h"

#include "common/version.h"
#include "ui/document/document.h"
#include "ui/document/message_text.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace broto::ui {

namespace {

QString helpText(const char* text)
{
    return QCoreApplication::translate("HelpBoxes", text);
}

void openBox(QMessageBox* box)
{
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

}

void showMessages(const Document& document, QWidget& window)
{
    QStringList lines;
    for (const Message& message : document.messages())
        lines << messageText(message);
    if (lines.isEmpty())
        lines << helpText(QT_TRANSLATE_NOOP("HelpBoxes", "There are no messages."));
    auto* box = new QMessageBox(QMessageBox::NoIcon, helpText(QT_TRANSLATE_NOOP("HelpBoxes", "Messages")),
                                lines.join(QStringLiteral("\n\n")), QMessageBox::Close, &window);
    box->setTextFormat(Qt::PlainText);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse);
    openBox(box);
}

void showAbout(QWidget& window)
{
    const auto version = QString::fromLatin1(programVersion.data(), static_cast<qsizetype>(programVersion.size()));
    const QString text = helpText(QT_TRANSLATE_NOOP(
        "HelpBoxes", "Broto %1, a TinyML workbench: from a table of readings to a board that answers."));
    auto* box = new QMessageBox(QMessageBox::NoIcon, helpText(QT_TRANSLATE_NOOP("HelpBoxes", "About Broto")),
                                text.arg(version), QMessageBox::Close, &window);
    box->setInformativeText(helpText(
        QT_TRANSLATE_NOOP("HelpBoxes", "Free software under the GNU General Public License, version 3 or later.")));
    box->setIconPixmap(window.windowIcon().pixmap(64));
    openBox(box);
}

}
