#include "ui/widgets/table_copy.h"

#include "common/cancelled.h"
#include "ui/widgets/cell_text.h"

#include <QItemSelection>
#include <QStringList>

#include <algorithm>
#include <set>

namespace broto::ui {

namespace {

/// Tabs and line breaks inside of a text would tear the table apart.
QString inOneCell(QString text)
{
    return text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
}

}

std::vector<CellRange> rangesOf(const QItemSelection& selection)
{
    std::vector<CellRange> ranges;
    for (const QItemSelectionRange& range : selection)
        ranges.push_back({range.top(), range.bottom(), range.left(), range.right()});
    return ranges;
}

Result<QString> copiedCells(const std::vector<std::shared_ptr<const Column>>& columns, const RowNumbers* rows,
                            const std::vector<CellRange>& ranges, const RunControl& control)
{
    const auto at = [&](int column) -> const Column& { return *columns[static_cast<std::size_t>(column)]; };
    std::set<int> wanted;
    int first = std::numeric_limits<int>::max(), last = -1;
    for (const CellRange& range : ranges) {
        for (int column = range.firstColumn; column <= range.lastColumn; ++column)
            wanted.insert(column);
        first = std::min(first, range.firstRow);
        last = std::max(last, range.lastRow);
    }
    const auto selected = [&](int row, int column) {
        return std::any_of(ranges.begin(), ranges.end(), [=](const CellRange& range) {
            return row >= range.firstRow && row <= range.lastRow && column >= range.firstColumn &&
                   column <= range.lastColumn;
        });
    };
    QString text;
    const auto addLine = [&](auto cell) {
        QStringList cells;
        for (const int column : wanted)
            cells << inOneCell(cell(column));
        text += cells.join(u'\t') + u'\n';
    };
    if (wanted.size() > 1 || last > first)
        addLine([&](int column) { return QString::fromStdString(at(column).header); });
    for (int row = first; row <= last; ++row) {
        if (control.stopRequested())
            return cancelledByUser();
        const std::size_t tableRow = rows ? (*rows)[static_cast<std::size_t>(row)] : static_cast<std::size_t>(row);
        if (std::none_of(wanted.begin(), wanted.end(), [&](int column) { return selected(row, column); }))
            continue;
        addLine([&](int column) { return selected(row, column) ? copiedText(at(column), tableRow) : QString(); });
    }
    text.chop(1);
    return text;
}

}
