#include "ui/widgets/column_facts.h"

#include "data/time_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"

#include <QFormLayout>
#include <QLabel>

#include <algorithm>

namespace broto::ui {

namespace {

constexpr std::size_t mostCategories = 6;

/// The codes of the commonest categories, with how often they occur.
std::vector<std::pair<std::size_t, std::size_t>> commonest(const Column& column)
{
    std::vector<std::pair<std::size_t, std::size_t>> counts;
    for (std::size_t code = 0; code < column.categories.size(); ++code)
        counts.emplace_back(code, 0);
    for (const std::int32_t code : column.codes)
        if (code >= 0)
            ++counts[static_cast<std::size_t>(code)].second;
    std::ranges::stable_sort(counts, [](const auto& a, const auto& b) { return a.second > b.second; });
    counts.resize(std::min(counts.size(), mostCategories));
    return counts;
}

}

ColumnFacts::ColumnFacts(QWidget* parent) : QWidget(parent), m_facts(new QFormLayout(this))
{
    m_facts->setContentsMargins(0, 0, 0, 0);
    m_facts->setHorizontalSpacing(space::large);
    m_facts->setVerticalSpacing(space::hair);
}

void ColumnFacts::show(const Column& column)
{
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    m_lines.clear();
    addFact(tr("Different values"), column.distinct > Column::mostCounted
                                        ? tr("more than %1").arg(countText(Column::mostCounted))
                                        : countText(static_cast<std::int64_t>(column.distinct)));
    if (column.numeric()) {
        addFact(tr("Smallest"), valueText(column.min));
        addFact(tr("Largest"), valueText(column.max));
        addFact(tr("Mean"), valueText(column.mean));
        addFact(tr("Deviation"), valueText(column.deviation));
    } else if (column.values == Column::Values::Times) {
        addFact(tr("Earliest"), QString::fromStdString(timeText(column, column.min)));
        addFact(tr("Latest"), QString::fromStdString(timeText(column, column.max)));
    } else {
        addCategories(column);
    }
    setAccessibleDescription(text());
}

QString ColumnFacts::text() const
{
    return m_lines.join(u'\n');
}

void ColumnFacts::addFact(const QString& name, const QString& value)
{
    QLabel* label = makeLabel(Type::Text, Tone::Muted, this);
    label->setTextFormat(Qt::PlainText);
    label->setText(name);
    QLabel* number = makeLabel(Type::Text, Tone::Plain, this);
    number->setFont(tableFont());
    number->setTextFormat(Qt::PlainText);
    number->setText(value);
    number->setAlignment(Qt::AlignRight);
    m_facts->addRow(label, number);
    m_lines << QStringLiteral("%1: %2").arg(name, value);
}

void ColumnFacts::addCategories(const Column& column)
{
    constexpr int longestName = 24;
    for (const auto& [code, rows] : commonest(column))
        addFact(QString::fromStdString(column.categories[code]).left(longestName),
                countText(static_cast<std::int64_t>(rows)));
}

}
