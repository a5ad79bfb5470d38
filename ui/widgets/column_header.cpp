#include "ui/widgets/column_header.h"

#include "ui/widgets/tokens.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace broto::ui {

namespace {
constexpr std::size_t barsShown = 16;
constexpr int nameHeight = 20, lineHeight = 16, histogramHeight = 20;
constexpr int headerHeight = nameHeight + 2 * lineHeight + histogramHeight + 16;
}

QString roleText(Role role)
{
    switch (role) {
    case Role::Feature:
        return ColumnHeader::tr("Feature");
    case Role::Target:
        return ColumnHeader::tr("Target");
    case Role::Ignore:
        return ColumnHeader::tr("Ignored");
    case Role::Group:
        return ColumnHeader::tr("Group");
    case Role::Time:
        return ColumnHeader::tr("Time");
    }
    return {};
}

QString typeText(ColumnType type)
{
    switch (type) {
    case ColumnType::Number:
        return ColumnHeader::tr("number");
    case ColumnType::Integer:
        return ColumnHeader::tr("integer");
    case ColumnType::Boolean:
        return ColumnHeader::tr("yes or no");
    case ColumnType::Category:
        return ColumnHeader::tr("category");
    case ColumnType::DateTime:
        return ColumnHeader::tr("date or time");
    case ColumnType::Identifier:
        return ColumnHeader::tr("identifier");
    case ColumnType::Text:
        return ColumnHeader::tr("text");
    case ColumnType::Constant:
        return ColumnHeader::tr("constant");
    }
    return {};
}

std::vector<double> histogramOf(const Column& column, std::size_t bars)
{
    std::vector<double> counts;
    if (!column.texts()) {
        counts.resize(bars);
        const double range = column.max - column.min;
        for (double value : column.numbers) {
            const double place = range > 0 ? (value - column.min) / range : 0.0;
            if (place >= 0 && place <= 1)
                ++counts[std::min(static_cast<std::size_t>(place * static_cast<double>(bars)), bars - 1)];
        }
    } else {
        counts.resize(column.categories.size());
        for (std::int32_t code : column.codes)
            if (code >= 0)
                ++counts[static_cast<std::size_t>(code)];
        std::ranges::sort(counts, std::greater<>());
        counts.resize(std::min(counts.size(), bars));
    }
    const double most = counts.empty() ? 0 : *std::ranges::max_element(counts);
    for (double& count : counts)
        count = most > 0 ? count / most : 0;
    return counts;
}

ColumnHeader::ColumnHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(true);
    setDefaultSectionSize(128);
    setMinimumSectionSize(84);
}

void ColumnHeader::setTable(std::shared_ptr<const Table> table)
{
    m_table = std::move(table);
    m_histograms.clear();
    if (m_table)
        for (const Column& column : m_table->columns)
            m_histograms.push_back(histogramOf(column, barsShown));
    viewport()->update();
}

void ColumnHeader::setRoles(std::vector<Role> roles)
{
    m_roles = std::move(roles);
    viewport()->update();
}

QSize ColumnHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), headerHeight};
}

void ColumnHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    const auto index = static_cast<std::size_t>(logicalIndex);
    if (!m_table || index >= m_table->columns.size())
        return;
    const Colours colours = coloursFor(palette());
    const Column& column = m_table->columns[index];
    const bool selected = selectionModel() && selectionModel()->columnIntersectsSelection(logicalIndex, {});
    painter->save();
    painter->fillRect(rect, selected ? colours.accentSurface : colours.surface);
    painter->setPen(colours.line);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->drawLine(rect.topRight(), rect.bottomRight());

    QRect line = rect.adjusted(space::small, 6, -space::small, 0);
    line.setHeight(nameHeight);
    QFont nameFont = fontFor(Type::Text);
    nameFont.setWeight(QFont::DemiBold);
    painter->setFont(nameFont);
    painter->setPen(colours.text);
    const auto elided = [&](const QString& text) {
        return painter->fontMetrics().elidedText(text, Qt::ElideMiddle, line.width());
    };
    painter->drawText(line, Qt::AlignVCenter, elided(QString::fromStdString(column.name)));

    line = QRect(line.left(), line.bottom() + 1, line.width(), lineHeight);
    painter->setFont(fontFor(Type::Note));
    painter->setPen(colours.muted);
    QString facts = typeText(column.type);
    if (!column.unit.empty())
        facts.prepend(QStringLiteral("%1 · ").arg(QString::fromStdString(column.unit)));
    painter->drawText(line, Qt::AlignVCenter, elided(facts));

    line = QRect(line.left(), line.bottom() + 1, line.width(), lineHeight);
    if (index < m_roles.size())
        paintRole(*painter, line, m_roles[index]);
    if (index < m_histograms.size())
        paintHistogram(*painter, QRectF(line.left(), line.bottom() + 4, line.width(), histogramHeight),
                       m_histograms[index]);
    painter->restore();
}

void ColumnHeader::paintRole(QPainter& painter, const QRect& rect, Role role) const
{
    const Colours colours = coloursFor(palette());
    QFont font = fontFor(Type::Note);
    font.setWeight(role == Role::Target ? QFont::Bold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(role == Role::Ignore ? colours.muted : colours.accent);
    painter.drawText(rect, Qt::AlignVCenter, roleText(role));
}

void ColumnHeader::paintHistogram(QPainter& painter, const QRectF& rect, const std::vector<double>& bars) const
{
    if (bars.empty())
        return;
    QColor colour = coloursFor(palette()).muted;
    colour.setAlphaF(0.5f);
    const double width = rect.width() / static_cast<double>(bars.size());
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const double height = bars[i] > 0 ? std::max(1.0, bars[i] * rect.height()) : 0.0;
        painter.fillRect(QRectF(rect.left() + width * static_cast<double>(i), rect.bottom() - height,
                                std::max(1.0, width - 1), height),
                         colour);
    }
}

}
