#pragma once

#include <QString>

#include <string_view>
#include <vector>

namespace broto::ui {

/// Lines that can be put away behind the line before them: those after `first` up to `last`, of which the first `shown`
/// are to be seen.
struct CodeFold {
    int first = 0;
    int last = 0;
    int shown = 0;

    int size() const { return last - first; }
    int hidden() const { return size() - shown; }
};

/// The text of a file of which long lists of numbers are put away, as they are in the beginning. Lines count from 0:
/// those of the file, and those that are to be seen.
class FoldedCode {
public:
    static constexpr int mostLinesOpen = 8; ///< of a list that is open in the beginning

    FoldedCode() = default;
    explicit FoldedCode(QString text);

    const QString& text() const { return m_text; } ///< all of it
    int lineCount() const { return static_cast<int>(m_lineStarts.size()); }
    QStringView line(int line) const;
    qsizetype start(int line) const { return m_lineStarts[static_cast<std::size_t>(line)]; }
    int lineAt(qsizetype position) const;

    const std::vector<CodeFold>& folds() const { return m_folds; }
    void setShown(int fold, int lines);

    int seenLine(int line) const; ///< where a line of the file is to be seen; -1 while it is put away
    int fileLine(int seen) const;
    int foldFrom(int line) const;         ///< that begins with a line of the file, or -1
    int foldOver(int line) const;         ///< that has put it away, or -1
    int foldHiddenBehind(int line) const; ///< whose put away lines come next, or -1

private:
    void findFolds();

    QString m_text;
    std::vector<qsizetype> m_lineStarts;
    std::vector<CodeFold> m_folds;
};

/// Whether bytes are text for people: UTF-8 without zeros.
bool isTextForPeople(std::string_view bytes);

}
