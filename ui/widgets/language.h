#pragma once

#include <QObject>
#include <QTranslator>

namespace broto::ui {

/// The languages of the window. Texts change while it runs: widgets get a LanguageChange event.
class Language : public QObject {
    Q_OBJECT

public:
    enum class Choice { System, English, Portuguese };

    explicit Language(QObject* parent = nullptr);
    ~Language() override;

    void choose(Choice choice);
    Choice choice() const { return m_choice; }

private:
    Choice m_choice = Choice::System;
    QTranslator m_texts;
    QTranslator m_qtTexts;
};

}
