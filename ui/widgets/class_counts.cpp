#include "ui/widgets/class_counts.h"

#include "ui/widgets/number_format.h"
#include "ui/widgets/split_bar.h"
#include "ui/widgets/tokens.h"

#include <QPainter>

#include <algorithm>
#include <numeric>

namespace broto::ui {

namespace {

constexpr TextPixels classHeight(20), classWidth(120), countsWidth(130);
constexpr int countBarHeight = 10;

std::size_t sumOf(const std::array<std::size_t, 3>& parts)
{
    return std::accumulate(parts.begin(), parts.end(), std::size_t{0});
}

}

ClassCounts::ClassCounts(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ClassCounts::show(const std::vector<std::string>& classes, const PartCounts& counts)
{
    m_classes = classes;
    m_counts = counts;
    m_counts.classes.resize(classes.size());
    setVisible(!classes.empty());
    setAccessibleDescription(text());
    setToolTip(tr("Rows of each class for training, validation and test"));
    updateGeometry();
    update();
}

void ClassCounts::clear()
{
    show({}, {});
}

QString ClassCounts::text() const
{
    QStringList lines;
    for (std::size_t i = 0; i < m_classes.size(); ++i)
        lines << QStringLiteral("%1: %2").arg(QString::fromStdString(m_classes[i]), countsOf(i));
    return lines.join(u'\n');
}

QSize ClassCounts::sizeHint() const
{
    return {420, classHeight * static_cast<int>(m_classes.size())};
}

QSize ClassCounts::minimumSizeHint() const
{
    return {classWidth + countsWidth, sizeHint().height()};
}

void ClassCounts::paintEvent(QPaintEvent*)
{
    std::size_t most = 1;
    for (const auto& parts : m_counts.classes)
        most = std::max(most, sumOf(parts));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_classes.size(); ++i)
        paintClass(painter, i, most);
}

QString ClassCounts::countsOf(std::size_t index) const
{
    QStringList counts;
    for (const std::size_t rows : m_counts.classes[index])
        counts << countText(static_cast<std::int64_t>(rows));
    return counts.join(QStringLiteral(" · "));
}

void ClassCounts::paintClass(QPainter& painter, std::size_t index, std::size_t most) const
{
    const Colours colours = coloursFor(palette());
    const int top = classHeight * static_cast<int>(index);
    painter.setFont(fontFor(Type::Note));
    painter.setPen(colours.text);
    const QString name = painter.fontMetrics().elidedText(QString::fromStdString(m_classes[index]), Qt::ElideRight,
                                                          classWidth - space::small);
    painter.drawText(QRect(0, top, classWidth, classHeight), Qt::AlignVCenter, name);
    const double room = width() - classWidth - countsWidth;
    double left = classWidth;
    const std::array<QColor, 3> fills = partColours(colours);
    for (std::size_t part = 0; part < fills.size(); ++part) {
        const double share = static_cast<double>(m_counts.classes[index][part]) / static_cast<double>(most);
        painter.fillRect(QRectF(left, top + (classHeight - countBarHeight) / 2.0, room * share, countBarHeight),
                         fills[part]);
        left += room * share;
    }
    painter.setFont(tableFont());
    painter.setPen(colours.muted);
    painter.drawText(QRect(width() - countsWidth, top, countsWidth, classHeight), Qt::AlignVCenter | Qt::AlignRight,
                     countsOf(index));
}

}
