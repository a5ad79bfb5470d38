#include "ui/document/message_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace broto::ui {

namespace {

QString argumentText(const Argument& argument)
{
    const QLocale locale;
    if (const auto* whole = std::get_if<std::int64_t>(&argument))
        return locale.toString(static_cast<qlonglong>(*whole));
    if (const auto* number = std::get_if<double>(&argument))
        return locale.toString(*number, 'g', 6);
    return QString::fromStdString(std::get<std::string>(argument));
}

}

QString messageText(const Message& message)
{
    const QByteArray key(message.text.data(), static_cast<qsizetype>(message.text.size()));
    const QString sentence = QCoreApplication::translate("core", key.constData());

    // One pass: an argument may itself hold a percent sign and a digit.
    QString text;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const bool placeholder =
            sentence[i] == u'%' && i + 1 < sentence.size() && sentence[i + 1] >= u'1' && sentence[i + 1] <= u'9';
        const auto index = placeholder ? static_cast<std::size_t>(sentence[i + 1].unicode() - u'1') : std::size_t(0);
        if (placeholder && index < message.arguments.size()) {
            text += argumentText(message.arguments[index]);
            ++i;
        } else {
            text += sentence[i];
        }
    }
    return text;
}

QString messagesText(const std::vector<Message>& messages)
{
    QStringList sentences;
    for (const Message& message : messages)
        sentences << messageText(message);
    return sentences.join(u' ');
}

}
