#include "language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace broto {

void useLanguage(const std::string& language)
{
    const QLocale locale = language.empty() ? QLocale::system() : QLocale(QString::fromStdString(language));
    auto* translator = new QTranslator(QCoreApplication::instance());
    const QString folder = QStringLiteral(":/i18n");
    if (locale.language() != QLocale::English &&
        translator->load(locale, QStringLiteral("broto"), QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
}

std::string problemWithLanguage(const std::string& language)
{
    const QLocale::Language spoken = QLocale(QString::fromStdString(language)).language();
    return spoken == QLocale::English || spoken == QLocale::Portuguese
               ? std::string()
               : text(BROTO_TEXT("cli", "There are no sentences in the language “%1”, only in en and pt_BR"), language);
}

std::string inUserLanguage(const Message& message)
{
    const std::string english(message.text);
    for (const char* context : {"core", "cli"}) {
        const std::string translated = QCoreApplication::translate(context, english.c_str()).toStdString();
        if (translated != english)
            return fillTemplate(translated, message.arguments);
    }
    return fillTemplate(english, message.arguments);
}

}
