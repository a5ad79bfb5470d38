#pragma once

#include <QPlainTextEdit>

namespace broto::ui {

class CppHighlighter;

/// Source code to read: fixed width, line numbers, highlighted, not to be edited.
class CodeView : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit CodeView(QWidget* parent = nullptr);

    void setCode(const QString& code);

    /// Marks the next place after the cursor, from the top again after the last one.
    bool findNext(const QString& text);

    int numbersWidth() const;
    void paintNumbers(QPaintEvent* event);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void placeNumbers();

    CppHighlighter* m_highlighter;
    QWidget* m_numbers;
};

}
