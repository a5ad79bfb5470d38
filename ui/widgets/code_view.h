#pragma once

#include "ui/widgets/folded_code.h"

#include <QPlainTextEdit>

#include <vector>

namespace broto::ui {

class CppHighlighter;

/// Source code to read: fixed width, line numbers, highlighted, not to be edited. Long lists of numbers are folded:
/// what is put away is no part of the widget's text, however large the model is. Enter or a click opens them. Searching
/// and copying know all of the code.
class CodeView : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit CodeView(QWidget* parent = nullptr);

    void show(FoldedCode code);
    const QString& code() const { return m_code.text(); } ///< all of it

    /// Opens or closes the list that begins with a line of the file.
    void toggleFold(int line);
    void setAllFolded(bool folded);
    bool anythingFolded() const;
    const std::vector<CodeFold>& folds() const { return m_code.folds(); }

    /// Marks every place of a text, whatever its capitals are.
    void search(const QString& text);
    void goToHit(int step); ///< 1: the next after the cursor, -1: the one before; past the ends it goes around
    int hitCount() const { return static_cast<int>(m_hits.size()); }
    int currentHit() const { return m_currentHit; } ///< counted from 0, or -1

signals:
    void foldsChanged();
    void hitsChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;
    QMimeData* createMimeDataFromSelection() const override;

private:
    template<class Draw>
    void forSeenBlocks(const QRect& area, Draw draw) const;
    void paintNumbers(QPaintEvent* event);
    void paintHits(QPainter& painter, const QTextBlock& block, const QRectF& place) const;
    int numbersWidth() const;
    void placeNumbers();
    QString noteBehind(int fold) const;
    void fill();
    void setShown(int fold, int lines);
    void reveal(int line);
    int foldOfNoteAt(const QPoint& place) const; ///< of "… more lines" under the pointer, or -1
    qsizetype codePosition(int position) const;  ///< of a place in the widget's text
    void copyAll() const;

    FoldedCode m_code;
    QString m_searched;
    std::vector<qsizetype> m_hits;
    int m_currentHit = -1;
    CppHighlighter* m_highlighter;
    QWidget* m_numbers;
};

}
