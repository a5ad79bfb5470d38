#pragma once

#include <QSyntaxHighlighter>

namespace broto::ui {

/// Colours C++: keywords and types, numbers, texts, comments, lines of the preprocessor.
class CppHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    explicit CppHighlighter(QTextDocument* document);

    void setPalette(const QPalette& palette);

protected:
    void highlightBlock(const QString& text) override;

private:
    enum State { Code = 0, InComment = 1 };

    int highlightComment(const QString& text, int begin);
    int highlightWord(const QString& text, int begin);
    int highlightNumber(const QString& text, int begin);
    int highlightQuoted(const QString& text, int begin);

    QTextCharFormat m_keyword, m_number, m_quoted, m_comment, m_preprocessor, m_folded;
};

}
