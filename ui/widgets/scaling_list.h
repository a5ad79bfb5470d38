#pragma once

#include <QWidget>

class QButtonGroup;
class QLabel;

namespace broto::ui {

class Document;

/// How the numbers are scaled for the network: each way with one sentence.
class ScalingList : public QWidget {
    Q_OBJECT

public:
    explicit ScalingList(Document& document, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();

    Document& m_document;
    QLabel* m_note;
    QButtonGroup* m_choices;
    QList<QLabel*> m_explanations;
};

}
