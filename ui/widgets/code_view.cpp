#include "ui/widgets/code_view.h"

#include "ui/widgets/cpp_highlighter.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/text_measures.h"
#include "ui/widgets/tokens.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>

#include <algorithm>
#include <memory>

namespace broto::ui {

namespace {
constexpr int linesAtOnce = 500;   ///< that a click opens: more would keep a person waiting
constexpr int linesBehindHit = 20; ///< that are opened with a hit
constexpr int signWidth = 14;      ///< of the triangle beside a list
}

CodeView::CodeView(QWidget* parent)
    : QPlainTextEdit(parent), m_highlighter(new CppHighlighter(document())), m_numbers(new QWidget(this))
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(NoWrap);
    setCodeFont(*this);
    setTabStopDistance(4 * fontMetrics().horizontalAdvance(u' '));
    viewport()->setMouseTracking(true);
    m_highlighter->setPalette(palette());
    m_numbers->installEventFilter(this);
    m_numbers->setObjectName(QStringLiteral("lineNumbers"));
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        if (dy)
            m_numbers->scroll(0, dy);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, viewport(), qOverload<>(&QWidget::update));
    placeNumbers();
}

void CodeView::show(FoldedCode code)
{
    if (code.text() == m_code.text())
        return;
    m_code = std::move(code);
    fill();
    search(m_searched);
}

void CodeView::fill()
{
    QStringList lines;
    for (int line = 0; line < m_code.lineCount(); ++line) {
        const int fold = m_code.foldHiddenBehind(line);
        lines << m_code.line(line).toString() + (fold < 0 ? QString() : noteBehind(fold));
        if (fold >= 0)
            line = m_code.folds()[static_cast<std::size_t>(fold)].last;
    }
    setPlainText(lines.join(u'\n'));
    placeNumbers();
    emit foldsChanged();
}

QString CodeView::noteBehind(int fold) const
{
    const int hidden = m_code.folds()[static_cast<std::size_t>(fold)].hidden();
    return hidden > 0 ? QStringLiteral("  ") + tr("… %Ln more line(s)", nullptr, hidden) : QString();
}

void CodeView::setShown(int fold, int lines)
{
    const CodeFold before = m_code.folds()[static_cast<std::size_t>(fold)];
    const bool closes = lines < before.shown;
    const int from = before.first + (closes ? 0 : before.shown); // behind this line the text changes
    const QTextBlock begin = document()->findBlockByNumber(m_code.seenLine(from));
    const QTextBlock end = document()->findBlockByNumber(m_code.seenLine(before.first + before.shown));
    QTextCursor cursor(document());
    cursor.setPosition(begin.position() + static_cast<int>(m_code.line(from).size()));
    cursor.setPosition(end.position() + end.length() - 1, QTextCursor::KeepAnchor);
    m_code.setShown(fold, lines);
    QString text;
    for (int line = from + 1; line <= before.first + m_code.folds()[static_cast<std::size_t>(fold)].shown; ++line)
        text += u'\n' + m_code.line(line).toString();
    cursor.insertText(text + noteBehind(fold));
    emit foldsChanged();
}

void CodeView::toggleFold(int line)
{
    const int fold = m_code.foldFrom(line);
    if (fold < 0)
        return;
    const CodeFold& found = m_code.folds()[static_cast<std::size_t>(fold)];
    setShown(fold, found.shown > 0 ? 0 : linesAtOnce);
    if (textCursor().block().blockNumber() != m_code.seenLine(line)) { // it may have been in what is gone
        QTextCursor cursor(document()->findBlockByNumber(m_code.seenLine(line)));
        setTextCursor(cursor);
    }
}

void CodeView::setAllFolded(bool folded)
{
    for (int fold = 0; fold < static_cast<int>(m_code.folds().size()); ++fold)
        m_code.setShown(fold, folded ? 0 : linesAtOnce);
    fill();
}

bool CodeView::anythingFolded() const
{
    return std::ranges::any_of(m_code.folds(), [](const CodeFold& fold) { return fold.hidden() > 0; });
}

void CodeView::reveal(int line)
{
    if (const int fold = m_code.foldOver(line); fold >= 0)
        setShown(fold, line - m_code.folds()[static_cast<std::size_t>(fold)].first + linesBehindHit);
}

void CodeView::search(const QString& text)
{
    m_searched = text;
    m_hits.clear();
    m_currentHit = -1;
    for (qsizetype at = text.isEmpty() ? -1 : code().indexOf(text, 0, Qt::CaseInsensitive); at >= 0;
         at = code().indexOf(text, at + text.size(), Qt::CaseInsensitive))
        m_hits.push_back(at);
    viewport()->update();
    emit hitsChanged();
}

void CodeView::goToHit(int step)
{
    if (m_hits.empty())
        return;
    const qsizetype here = codePosition(textCursor().position());
    const auto next = std::ranges::lower_bound(m_hits, here + (step > 0 && m_currentHit >= 0 ? 1 : 0));
    const auto count = static_cast<qsizetype>(m_hits.size());
    const qsizetype index = (next - m_hits.begin() + (step > 0 ? 0 : count - 1)) % count;
    m_currentHit = static_cast<int>(index);
    const qsizetype at = m_hits[static_cast<std::size_t>(index)];
    const int line = m_code.lineAt(at);
    reveal(line);
    QTextCursor cursor(document()->findBlockByNumber(m_code.seenLine(line)));
    const int begin = cursor.position() + static_cast<int>(at - m_code.start(line));
    for (const int position : {begin + static_cast<int>(m_searched.size()), begin}) { // all of it is to be seen
        cursor.setPosition(position);
        setTextCursor(cursor);
    }
    if (const QRect place = cursorRect(); place.top() <= 0 || place.bottom() >= viewport()->height() - place.height())
        centerCursor();
    viewport()->update();
    emit hitsChanged();
}

qsizetype CodeView::codePosition(int position) const
{
    const QTextBlock block = document()->findBlock(position);
    const int line = m_code.fileLine(block.blockNumber());
    const qsizetype column = position - block.position(), length = m_code.line(line).size();
    if (column <= length)
        return m_code.start(line) + column;
    const int fold = m_code.foldHiddenBehind(line); // within the note: behind what it stands for
    const int last = fold < 0 ? line : m_code.folds()[static_cast<std::size_t>(fold)].last;
    return m_code.start(last) + m_code.line(last).size();
}

QMimeData* CodeView::createMimeDataFromSelection() const
{
    const qsizetype from = codePosition(textCursor().selectionStart());
    auto mime = std::make_unique<QMimeData>();
    mime->setText(code().mid(from, codePosition(textCursor().selectionEnd()) - from));
    return mime.release();
}

void CodeView::copyAll() const
{
    QGuiApplication::clipboard()->setText(code());
}

void CodeView::keyPressEvent(QKeyEvent* event)
{
    const int line = m_code.lineCount() > 0 ? m_code.fileLine(textCursor().blockNumber()) : 0;
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (const int rest = opens && m_code.lineCount() > 0 ? m_code.foldHiddenBehind(line) : -1; rest >= 0)
        setShown(rest, m_code.folds()[static_cast<std::size_t>(rest)].shown + linesAtOnce);
    else if (opens)
        toggleFold(line);
    else if (event->matches(QKeySequence::FindNext))
        goToHit(1);
    else if (event->matches(QKeySequence::FindPrevious))
        goToHit(-1);
    else if (event->matches(QKeySequence::Copy) && !textCursor().hasSelection())
        copyAll();
    else
        QPlainTextEdit::keyPressEvent(event);
}

int CodeView::foldOfNoteAt(const QPoint& place) const
{
    if (m_code.lineCount() == 0)
        return -1;
    const QTextCursor cursor = cursorForPosition(place);
    const int line = m_code.fileLine(cursor.blockNumber());
    const QRect end = cursorRect([&] {
        QTextCursor last(cursor.block());
        last.movePosition(QTextCursor::EndOfBlock);
        return last;
    }());
    const bool inNote =
        cursor.positionInBlock() > m_code.line(line).size() && place.x() <= end.right() && place.y() <= end.bottom();
    return inNote ? m_code.foldHiddenBehind(line) : -1;
}

void CodeView::mouseMoveEvent(QMouseEvent* event)
{
    QPlainTextEdit::mouseMoveEvent(event);
    if (event->buttons() == Qt::NoButton)
        viewport()->setCursor(foldOfNoteAt(event->pos()) >= 0 ? Qt::PointingHandCursor : Qt::IBeamCursor);
}

void CodeView::mouseReleaseEvent(QMouseEvent* event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    const int fold = foldOfNoteAt(event->pos());
    if (event->button() == Qt::LeftButton && fold >= 0 && !textCursor().hasSelection())
        setShown(fold, m_code.folds()[static_cast<std::size_t>(fold)].shown + linesAtOnce);
}

void CodeView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    QAction* copy = menu.addAction(tr("Copy"), this, &QPlainTextEdit::copy);
    copy->setEnabled(textCursor().hasSelection());
    menu.addAction(tr("Copy all"), this, &CodeView::copyAll);
    menu.addAction(tr("Select all"), this, &QPlainTextEdit::selectAll);
    menu.addSeparator();
    menu.addAction(tr("Unfold all"), this, [this] { setAllFolded(false); })->setEnabled(anythingFolded());
    menu.addAction(tr("Fold all"), this, [this] { setAllFolded(true); })->setEnabled(!folds().empty());
    menu.exec(event->globalPos());
}

template<class Draw>
void CodeView::forSeenBlocks(const QRect& area, Draw draw) const
{
    double top = blockBoundingGeometry(firstVisibleBlock()).translated(contentOffset()).top();
    for (QTextBlock block = firstVisibleBlock(); block.isValid() && top <= area.bottom(); block = block.next()) {
        const QRectF bounds = blockBoundingRect(block);
        if (top + bounds.height() >= area.top())
            draw(block, QRectF(contentOffset().x(), top, bounds.width(), bounds.height()));
        top += bounds.height();
    }
}

void CodeView::paintHits(QPainter& painter, const QTextBlock& block, const QRectF& place) const
{
    const int line = m_code.fileLine(block.blockNumber());
    const qsizetype start = m_code.start(line);
    const QTextLine layout = block.layout()->lineAt(0);
    QColor colour = coloursFor(palette()).warning;
    for (auto hit = std::ranges::lower_bound(m_hits, start);
         hit != m_hits.end() && *hit < start + m_code.line(line).size(); ++hit) {
        const auto column = static_cast<int>(*hit - start);
        const double left = layout.cursorToX(column);
        const double right = layout.cursorToX(column + static_cast<int>(m_searched.size()));
        colour.setAlphaF(hit - m_hits.begin() == m_currentHit ? 0.75f : 0.3f);
        painter.fillRect(QRectF(place.left() + left, place.top(), right - left, place.height()), colour);
    }
}

void CodeView::paintEvent(QPaintEvent* event)
{
    if (m_code.lineCount() > 0) { // under the text
        QPainter painter(viewport());
        const int current = textCursor().blockNumber();
        const Colours colours = coloursFor(palette());
        forSeenBlocks(event->rect(), [&](const QTextBlock& block, const QRectF& place) {
            if (hasFocus() && block.blockNumber() == current)
                painter.fillRect(QRectF(0, place.top(), viewport()->width(), place.height()), colours.background);
            paintHits(painter, block, place);
        });
    }
    QPlainTextEdit::paintEvent(event);
}

void CodeView::paintNumbers(QPaintEvent* event)
{
    const Colours colours = coloursFor(palette());
    QPainter painter(m_numbers);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(event->rect(), colours.background);
    if (m_code.lineCount() == 0)
        return;
    painter.setFont(font());
    forSeenBlocks(event->rect(), [&](const QTextBlock& block, const QRectF& place) {
        const int line = m_code.fileLine(block.blockNumber());
        const double right = m_numbers->width() - space::hair - signWidth;
        painter.setPen(colours.muted);
        painter.drawText(QRectF(0, place.top(), right, place.height()), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(line + 1));
        const int fold = m_code.foldFrom(line);
        if (fold < 0)
            return;
        const bool open = m_code.folds()[static_cast<std::size_t>(fold)].shown > 0;
        const QPointF middle(right + space::hair + 4, place.center().y());
        const QPolygonF down({{-4, -2}, {4, -2}, {0, 3}}), ahead({{-2, -4}, {-2, 4}, {3, 0}});
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.accent);
        painter.drawPolygon((open ? down : ahead).translated(middle));
    });
}

bool CodeView::eventFilter(QObject* object, QEvent* event)
{
    if (object != m_numbers)
        return QPlainTextEdit::eventFilter(object, event);
    if (event->type() == QEvent::Paint) {
        paintNumbers(static_cast<QPaintEvent*>(event));
        return true;
    }
    if (event->type() == QEvent::MouseButtonRelease && m_code.lineCount() > 0) {
        const int y = static_cast<QMouseEvent*>(event)->pos().y();
        toggleFold(m_code.fileLine(cursorForPosition({0, y}).blockNumber()));
        return true;
    }
    return false;
}

void CodeView::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    placeNumbers();
}

void CodeView::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_highlighter->setPalette(palette());
    else if (event->type() == QEvent::LanguageChange && m_code.lineCount() > 0)
        fill(); // the notes behind the lists
}

int CodeView::numbersWidth() const
{
    const auto digits = QString::number(std::max(100, m_code.lineCount())).size();
    return space::small + signWidth + static_cast<int>(digits) * fontMetrics().horizontalAdvance(u'9');
}

void CodeView::placeNumbers()
{
    setViewportMargins(numbersWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_numbers->setGeometry(area.left(), area.top(), numbersWidth(), area.height());
    m_numbers->update();
}

}
