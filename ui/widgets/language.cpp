#include "ui/widgets/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace broto::ui {

namespace {

QLocale localeFor(Language::Choice choice)
{
    switch (choice) {
    case Language::Choice::English:
        return QLocale(QLocale::English, QLocale::UnitedStates);
    case Language::Choice::Portuguese:
        return QLocale(QLocale::Portuguese, QLocale::Brazil);
    case Language::Choice::System:
        break;
    }
    const QLocale system = QLocale::system();
    return system.language() == QLocale::Portuguese ? QLocale(QLocale::Portuguese, QLocale::Brazil)
                                                    : QLocale(QLocale::English, QLocale::UnitedStates);
}

}

Language::Language(QObject* parent) : QObject(parent) {}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_texts);
    QCoreApplication::removeTranslator(&m_qtTexts);
}

void Language::choose(Choice choice)
{
    m_choice = choice;
    const QLocale locale = localeFor(choice);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_texts);
    QCoreApplication::removeTranslator(&m_qtTexts);
    const bool portuguese = locale.language() == QLocale::Portuguese;
    if (portuguese &&
        m_qtTexts.load(QStringLiteral("qtbase_pt_BR"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtTexts);
    // English has a file of its own, for its plurals.
    if (m_texts.load(portuguese ? QStringLiteral(":/i18n/broto_pt_BR.qm") : QStringLiteral(":/i18n/broto_en.qm")))
        QCoreApplication::installTranslator(&m_texts);
}

}
