#include "ui/widgets/folded_code.h"

#include <QStringDecoder>

#include <algorithm>

namespace broto::ui {

namespace {

/// What closes the list that a line opens: a C array or one of JSON. Empty: it opens none.
QStringView closerOf(QStringView line)
{
    const QStringView code = line.trimmed();
    if (code.endsWith(u"= {"))
        return u"};";
    if (code.endsWith(u'[') && (code.size() == 1 || code.endsWith(u": [")))
        return u"]";
    return {};
}

}

FoldedCode::FoldedCode(QString text) : m_text(std::move(text)), m_lineStarts{0}
{
    for (qsizetype end = m_text.indexOf(u'\n'); end >= 0; end = m_text.indexOf(u'\n', end + 1))
        m_lineStarts.push_back(end + 1);
    findFolds();
}

QStringView FoldedCode::line(int line) const
{
    const qsizetype from = start(line);
    const qsizetype end = line + 1 < lineCount() ? start(line + 1) - 1 : m_text.size();
    return QStringView(m_text).mid(from, end - from);
}

int FoldedCode::lineAt(qsizetype position) const
{
    const auto after = std::upper_bound(m_lineStarts.begin(), m_lineStarts.end(), position);
    return static_cast<int>(after - m_lineStarts.begin()) - 1;
}

void FoldedCode::findFolds()
{
    QStringView closer;
    int opened = 0;
    for (int number = 0; number < lineCount(); ++number) {
        const QStringView text = line(number);
        if (const QStringView other = closerOf(text); !other.isEmpty()) { // of lists in lists the innermost
            closer = other;
            opened = number;
        } else if (!closer.isEmpty() && text.trimmed().startsWith(closer)) {
            const int size = number - opened;
            m_folds.push_back({opened, number, size > mostLinesOpen ? 0 : size});
            closer = {};
        }
    }
}

void FoldedCode::setShown(int fold, int lines)
{
    CodeFold& changed = m_folds[static_cast<std::size_t>(fold)];
    changed.shown = std::clamp(lines, 0, changed.size());
}

int FoldedCode::seenLine(int line) const
{
    int hidden = 0;
    for (const CodeFold& fold : m_folds) {
        if (line <= fold.first + fold.shown)
            break;
        if (line <= fold.last)
            return -1;
        hidden += fold.hidden();
    }
    return line - hidden;
}

int FoldedCode::fileLine(int seen) const
{
    for (const CodeFold& fold : m_folds) {
        if (seen <= fold.first + fold.shown)
            break;
        seen += fold.hidden();
    }
    return std::min(seen, lineCount() - 1);
}

int FoldedCode::foldFrom(int line) const
{
    const auto found = std::lower_bound(m_folds.begin(), m_folds.end(), line,
                                        [](const CodeFold& fold, int wanted) { return fold.first < wanted; });
    return found != m_folds.end() && found->first == line ? static_cast<int>(found - m_folds.begin()) : -1;
}

int FoldedCode::foldOver(int line) const
{
    const auto found = std::lower_bound(m_folds.begin(), m_folds.end(), line,
                                        [](const CodeFold& fold, int wanted) { return fold.last < wanted; });
    return found != m_folds.end() && line > found->first + found->shown ? static_cast<int>(found - m_folds.begin())
                                                                        : -1;
}

int FoldedCode::foldHiddenBehind(int line) const
{
    const int fold = line + 1 < lineCount() ? foldOver(line + 1) : -1;
    return fold >= 0 && seenLine(line) >= 0 ? fold : -1;
}

bool isTextForPeople(std::string_view bytes)
{
    if (bytes.find('\0') != std::string_view::npos)
        return false;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return !text.isNull() && !decoder.hasError();
}

}
