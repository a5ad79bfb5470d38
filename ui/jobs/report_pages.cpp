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

/// The first of the headings right above a table; not valid where there are none.
QTextBlock headingAbove(const QTextTable& table)
{
    QTextBlock heading;
    for (QTextBlock block = table.firstCursorPosition().block().previous(); block.isValid(); block = block.previous()) {
        if (block.blockFormat().headingLevel() > 0)
            heading = block;
        else if (!block.text().isEmpty() || tableAt(block)) // an empty one stands between two tables
            break;
    }
    return heading;
}

/// A table that would go on upon the next page goes there as a whole with its heading, if that has room for both.
void keepTables(QTextDocument& document)
{
    const double page = document.pageSize().height();
    const auto pageOf = [page](double y) { return std::floor(y / page); };
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextTable* table = tableAt(block);
        if (!table)
            continue;
        const QRectF place = document.documentLayout()->frameBoundingRect(table);
        const QTextBlock heading = headingAbove(*table);
        const double top =
            heading.isValid() ? document.documentLayout()->blockBoundingRect(heading).top() : place.top();
        // Both with the margins between the pages.
        if (pageOf(top) != pageOf(place.bottom()) && place.bottom() - top < page) {
            if (heading.isValid())
                breakBefore(heading);
            else
                breakBefore(*table);
        }
        block = table->lastCursorPosition().block();
    }
}

/// A heading at the end of a page goes to the next one, with what follows it.
void keepHeadings(QTextDocument& document)
{
    // Of its first line: a drawing that does not fit is a page below the top of its block.
    const auto pageOf = [&document](const QTextBlock& block) {
        const double top = document.documentLayout()->blockBoundingRect(block).top();
        const double line = block.layout()->lineCount() > 0 ? block.layout()->lineAt(0).y() : 0;
        return std::floor((top + line) / document.pageSize().height());
    };
    const auto isHeading = [](const QTextBlock& block) { return block.blockFormat().headingLevel() > 0; };
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextBlock text = block;
        while (text.isValid() && isHeading(text))
            text = text.next();
        if (text == block || !text.isValid() || pageOf(text) == pageOf(block))
            continue;
        breakBefore(block);
    }
}

}

void keepTogether(QTextDocument& document)
{
    keepTables(document);
    keepHeadings(document);
}

}
