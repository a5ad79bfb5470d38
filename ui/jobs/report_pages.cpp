#include "ui/jobs/report_pages.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextTable>

#include <cmath>

namespace broto::ui {

namespace {

void breakBefore(const QTextBlock& block)
{
    QTextBlockFormat format = block.blockFormat();
    format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    QTextCursor(block).setBlockFormat(format);
}

void breakBefore(QTextTable& table)
{
    QTextTableFormat format = table.format();
    format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    table.setFormat(format);
}

QTextTable* tableAt(const QTextBlock& block)
{
    return block.isValid() ? QTextCursor(block).currentTable() : nullptr;
}

bool isHeading(const QTextBlock& block)
{
    return block.blockFormat().headingLevel() > 0;
}

/// The first block after headings that is none.
QTextBlock afterHeadings(QTextBlock block)
{
    while (block.isValid() && isHeading(block))
        block = block.next();
    return block;
}

/// Whether a page ends between the top of a block and the first line of another, where a drawing stands that may be a
/// page below the top of its block.
bool isParted(const QTextDocument& document, const QTextBlock& block, const QTextBlock& text)
{
    const auto pageOf = [&document](const QTextBlock& each) {
        const double top = document.documentLayout()->blockBoundingRect(each).top();
        const double line = each.layout()->lineCount() > 0 ? each.layout()->lineAt(0).y() : 0;
        return std::floor((top + line) / document.pageSize().height());
    };
    return pageOf(block) != pageOf(text);
}

/// Whether a page ends between that height and the end of a table, and a page has room for all of it.
bool isPartedForNothing(const QTextDocument& document, double top, QTextTable& table)
{
    const double page = document.pageSize().height();
    const double bottom = document.documentLayout()->frameBoundingRect(&table).bottom();
    return std::floor(top / page) != std::floor(bottom / page) && bottom - top < page; // with the margins between pages
}

}

/// From top to bottom: a break moves all that is below it.
void keepTogether(QTextDocument& document)
{
    const QAbstractTextDocumentLayout& layout = *document.documentLayout();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QTextBlock text = afterHeadings(block);
        if (!text.isValid())
            return;
        QTextTable* table = tableAt(text);
        if (block != text) {
            if (isParted(document, block, text) ||
                (table && isPartedForNothing(document, layout.blockBoundingRect(block).top(), *table)))
                breakBefore(block);
        } else if (table && isPartedForNothing(document, layout.frameBoundingRect(table).top(), *table)) {
            breakBefore(*table);
        }
        block = table ? table->lastCursorPosition().block() : text;
    }
}

}
