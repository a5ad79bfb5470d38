#pragma once

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace broto::ui {

/// Where a person writes which rows to see. Says so a moment after the last key, or at once with Enter; Escape clears.
class RowFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit RowFilterBar(QWidget* parent = nullptr);

    QString filter() const; ///< for parseRowFilter
    void clear();           ///< and says nothing
    void takeFocus();
    void setProblem(const QString& problem); ///< why the filter makes no sense; empty: it does

signals:
    void filterWanted();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();

    QTimer m_typing;
    QLineEdit* m_text;
    QCheckBox* m_gaps;
    QLabel* m_problem;
};

}
