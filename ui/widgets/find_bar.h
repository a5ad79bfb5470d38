#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace broto::ui {

class CodeView;

/// A field that searches a code view, with how many places there are and the way from one to the next: Enter and
/// Shift+Enter, or F3 and Shift+F3. Esc empties it.
class FindBar : public QWidget {
    Q_OBJECT

public:
    explicit FindBar(CodeView& code, QWidget* parent = nullptr);

    void begin(); ///< takes the keyboard

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void retranslate();
    void refresh();

    CodeView& m_code;
    QLineEdit* m_field;
    QLabel* m_count;
    QToolButton* m_previous;
    QToolButton* m_next;
};

}
