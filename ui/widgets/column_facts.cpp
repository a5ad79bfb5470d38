#include "ui/widgets/column_facts.h"

#include "data/time_text.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/text_measures.h"

#include <QFormLayout>
#include <QLabel>

#include <algorithm>

namespace broto::ui {

namespace {

constexpr std::size_t mostCategories = 6;

/// The codes of the categories, with how often they occur, the commonest first.
std::vector<std::pair<std::size_t, std::size_t>> byCount(const Column& column)
{
    std::vector<std::pair<std::size_t, std::size_t>> counts;
    for (std::size_t code = 0; code < column.categories.size(); ++code)
        counts.emplace_back(code, 0);
    for (const std::int32_t code : column.codes)
        if (code >= 0)
            ++counts[static_cast<std::size_t>(code)].second;
    std::ranges::stable_sort(counts, [](const auto& a, const auto& b) { return a.second > b.second; });
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
    QLabel* label = makeElidedLabel(Type::Text, Tone::Muted, name, this);
    QLabel* number = makeLabel(Type::Text, Tone::Plain, this);
    setTableFont(*number);
    number->setTextFormat(Qt::PlainText);
    number->setText(value);
    number->setAlignment(Qt::AlignRight);
    m_facts->addRow(label, number);
    m_lines << QStringLiteral("%1: %2").arg(name, value);
}

void ColumnFacts::addCategories(const Column& column)
{
    std::vector<std::pair<std::size_t, std::size_t>> counts = byCount(column);
    std::int64_t others = 0;
    const std::size_t more = counts.size() - std::min(counts.size(), mostCategories);
    for (; counts.size() > mostCategories; counts.pop_back())
        others += static_cast<std::int64_t>(counts.back().second);
    for (const auto& [code, rows] : counts)
        addFact(QString::fromStdString(column.categories[code]), countText(static_cast<std::int64_t>(rows)));
    if (more > 0)
        addFact(tr("%Ln more", nullptr, static_cast<int>(more)), countText(others));
}

}
