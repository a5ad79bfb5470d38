#pragma once

#include <QWidget>

class QLabel;

namespace broto::ui {

class Document;

/// How many of the board's answers were the workbench's, in large; below it how long they took and what was expected,
/// or where the first difference is.
class CheckVerdict : public QWidget {
    Q_OBJECT

public:
    explicit CheckVerdict(const Document& document, QWidget* parent = nullptr);

    void refresh();
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    QString timesText() const;
    QString estimateText() const;

    const Document& m_document;
    QLabel *m_verdict, *m_note;
};

}
