#include "language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace broto {

namespace {

QLocale localeOf(const std::string& language)
{
    return language.empty() ? QLocale::system() : QLocale(QString::fromStdString(language));
}

}

void useLanguage(const std::string& language)
{
    const QLocale locale = localeOf(language);
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

std::string translated(std::string_view english)
{
    const std::string key(english);
    for (const char* context : {"core", "cli"})
        if (const std::string other = QCoreApplication::translate(context, key.c_str()).toStdString(); other != key)
            return other;
    return key;
}

std::string inUserLanguage(const Message& message)
{
    return fillTemplate(translated(message.text), message.arguments);
}

ReportLanguage reportLanguage(const std::string& language)
{
    return localeOf(language).language() == QLocale::Portuguese ? ReportLanguage{"pt-BR", ',', '.', translated}
                                                                : ReportLanguage{"en", '.', ',', translated};
}

}
