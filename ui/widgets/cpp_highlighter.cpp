#include "ui/widgets/cpp_highlighter.h"

#include "ui/widgets/tokens.h"

#include <QSet>

namespace broto::ui {

namespace {

bool isKeyword(QStringView word)
{
    static const QSet<QString> keywords = {
        QStringLiteral("alignas"),     QStringLiteral("bool"),      QStringLiteral("break"),
        QStringLiteral("case"),        QStringLiteral("char"),      QStringLiteral("class"),
        QStringLiteral("const"),       QStringLiteral("constexpr"), QStringLiteral("continue"),
        QStringLiteral("default"),     QStringLiteral("do"),        QStringLiteral("double"),
        QStringLiteral("else"),        QStringLiteral("enum"),      QStringLiteral("extern"),
        QStringLiteral("false"),       QStringLiteral("float"),     QStringLiteral("for"),
        QStringLiteral("if"),          QStringLiteral("inline"),    QStringLiteral("int"),
        QStringLiteral("int16_t"),     QStringLiteral("int32_t"),   QStringLiteral("int64_t"),
        QStringLiteral("int8_t"),      QStringLiteral("long"),      QStringLiteral("namespace"),
        QStringLiteral("nullptr"),     QStringLiteral("private"),   QStringLiteral("public"),
        QStringLiteral("return"),      QStringLiteral("short"),     QStringLiteral("signed"),
        QStringLiteral("size_t"),      QStringLiteral("sizeof"),    QStringLiteral("static"),
        QStringLiteral("static_cast"), QStringLiteral("struct"),    QStringLiteral("switch"),
        QStringLiteral("template"),    QStringLiteral("true"),      QStringLiteral("typedef"),
        QStringLiteral("typename"),    QStringLiteral("uint16_t"),  QStringLiteral("uint32_t"),
        QStringLiteral("uint64_t"),    QStringLiteral("uint8_t"),   QStringLiteral("union"),
        QStringLiteral("unsigned"),    QStringLiteral("using"),     QStringLiteral("void"),
        QStringLiteral("while")};
    return keywords.contains(word.toString());
}

bool inWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

}

CppHighlighter::CppHighlighter(QTextDocument* document) : QSyntaxHighlighter(document) {}

void CppHighlighter::setPalette(const QPalette& palette)
{
    const Colours colours = coloursFor(palette);
    const bool dark = colours.surface.lightness() < 128;
    m_keyword.setForeground(colours.accent);
    m_number.setForeground(dark ? QColor("#8AB8E6") : QColor("#0B5C92"));
    m_quoted.setForeground(dark ? QColor("#E8B568") : QColor("#8A4B00"));
    m_comment.setForeground(colours.muted);
    m_comment.setFontItalic(true);
    m_folded.setForeground(colours.accent);
    m_folded.setBackground(colours.accentSurface);
    m_preprocessor.setForeground(dark ? QColor("#D9A6C4") : QColor("#8A3B6E"));
    rehighlight();
}

void CppHighlighter::highlightBlock(const QString& text)
{
    setCurrentBlockState(Code);
    int at = previousBlockState() == InComment ? highlightComment(text, 0) : 0;
    if (text.trimmed().startsWith(u'#') && at == 0) {
        const qsizetype comment = text.indexOf(QStringLiteral("//"));
        setFormat(0, static_cast<int>(comment < 0 ? text.size() : comment), m_preprocessor);
        at = static_cast<int>(comment < 0 ? text.size() : comment);
    }
    while (at < text.size()) {
        const QChar c = text[at];
        if (c == u'…') { // no part of the code: what is folded behind it
            setFormat(at, static_cast<int>(text.size()) - at, m_folded);
            return;
        }
        if (c == u'/' && at + 1 < text.size() && text[at + 1] == u'/') {
            setFormat(at, static_cast<int>(text.size()) - at, m_comment);
            return;
        }
        if (c == u'/' && at + 1 < text.size() && text[at + 1] == u'*')
            at = highlightComment(text, at);
        else if (c == u'"' || c == u'\'')
            at = highlightQuoted(text, at);
        else if (c.isDigit())
            at = highlightNumber(text, at);
        else if (inWord(c))
            at = highlightWord(text, at);
        else
            ++at;
    }
}

int CppHighlighter::highlightComment(const QString& text, int begin)
{
    const bool opensHere = text.mid(begin, 2) == QStringLiteral("/*");
    const qsizetype close = text.indexOf(QStringLiteral("*/"), begin + (opensHere ? 2 : 0));
    const int end = static_cast<int>(close < 0 ? text.size() : close + 2);
    if (close < 0)
        setCurrentBlockState(InComment);
    setFormat(begin, end - begin, m_comment);
    return end;
}

int CppHighlighter::highlightWord(const QString& text, int begin)
{
    int end = begin;
    while (end < text.size() && inWord(text[end]))
        ++end;
    if (isKeyword(QStringView(text).mid(begin, end - begin)))
        setFormat(begin, end - begin, m_keyword);
    return end;
}

int CppHighlighter::highlightNumber(const QString& text, int begin)
{
    int end = begin;
    while (end < text.size() && (inWord(text[end]) || text[end] == u'.'))
        ++end;
    setFormat(begin, end - begin, m_number);
    return end;
}

int CppHighlighter::highlightQuoted(const QString& text, int begin)
{
    int end = begin + 1;
    while (end < text.size() && text[end] != text[begin])
        end += text[end] == u'\\' ? 2 : 1;
    end = std::min(end + 1, static_cast<int>(text.size()));
    setFormat(begin, end - begin, m_quoted);
    return end;
}

}
