#include "ui/widgets/code_view.h"

#include "ui/widgets/cpp_highlighter.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>

namespace broto::ui {

namespace {

class LineNumbers : public QWidget {
public:
    explicit LineNumbers(CodeView* view) : QWidget(view), m_view(view) {}
    QSize sizeHint() const override { return {m_view->numbersWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent* event) override { m_view->paintNumbers(event); }

private:
    CodeView* m_view;
};

}

CodeView::CodeView(QWidget* parent)
    : QPlainTextEdit(parent), m_highlighter(new CppHighlighter(document())), m_numbers(new LineNumbers(this))
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(NoWrap);
    setFont(codeFont());
    setTabStopDistance(4 * fontMetrics().horizontalAdvance(u' '));
    m_highlighter->setPalette(palette());
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        if (dy)
            m_numbers->scroll(0, dy);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeView::placeNumbers);
    placeNumbers();
}

void CodeView::setCode(const QString& code)
{
    if (code != toPlainText())
        setPlainText(code);
}

bool CodeView::findNext(const QString& text)
{
    if (text.isEmpty() || find(text))
        return !text.isEmpty();
    const QTextCursor before = textCursor();
    moveCursor(QTextCursor::Start);
    if (find(text))
        return true;
    setTextCursor(before);
    return false;
}

int CodeView::numbersWidth() const
{
    const auto digits = QString::number(std::max(100, blockCount())).size();
    return space::large + static_cast<int>(digits) * fontMetrics().horizontalAdvance(u'9');
}

void CodeView::paintNumbers(QPaintEvent* event)
{
    const Colours colours = coloursFor(palette());
    QPainter painter(m_numbers);
    painter.fillRect(event->rect(), colours.background);
    painter.setPen(colours.muted);
    painter.setFont(font());
    QTextBlock block = firstVisibleBlock();
    double top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= event->rect().bottom()) {
        const double height = blockBoundingRect(block).height();
        if (top + height >= event->rect().top())
            painter.drawText(QRectF(0, top, m_numbers->width() - space::small, height),
                             Qt::AlignRight | Qt::AlignVCenter, QString::number(block.blockNumber() + 1));
        top += height;
        block = block.next();
    }
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
}

void CodeView::placeNumbers()
{
    setViewportMargins(numbersWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_numbers->setGeometry(area.left(), area.top(), numbersWidth(), area.height());
}

}
