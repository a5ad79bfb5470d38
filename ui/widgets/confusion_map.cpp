#include "ui/widgets/confusion_map.h"

#include "network/confusion_shares.h"
#include "ui/widgets/heat_map.h"
#include "ui/widgets/number_format.h"

#include <QEvent>

#include <cmath>
#include <utility>

namespace broto::ui {

namespace {

/// A share without its sign, which says only whether the answer is right.
QString shareOf(double signedShare)
{
    return std::isnan(signedShare) ? QStringLiteral("–") : metricText(Task::Classification, std::abs(signedShare));
}

}

ConfusionMap::ConfusionMap(QWidget* parent) : QScrollArea(parent), m_map(new HeatMap(this))
{
    m_map->setObjectName(QStringLiteral("confusion"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setWidget(m_map);
    connect(m_map, &HeatMap::cellReached, this, [this](const QRect& place) {
        ensureVisible(place.center().x(), place.center().y(), place.width(), place.height());
    });
    retranslate();
}

void ConfusionMap::show(const std::vector<std::string>& classes, std::vector<std::vector<int>> counts)
{
    QStringList names;
    for (const std::string& name : classes)
        names << QString::fromStdString(name);
    m_counts = std::move(counts);
    m_shares = confusionShares(m_counts);
    if (names != std::exchange(m_classes, names))
        m_map->show(names, m_shares, false);
    else
        m_map->setValues(m_shares);
}

int ConfusionMap::count(int row, int column) const
{
    return m_counts[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
}

void ConfusionMap::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QScrollArea::changeEvent(event);
}

void ConfusionMap::retranslate()
{
    m_map->setAccessibleName(tr("Confusion matrix"));
    const auto share = [this](int row, int column) {
        return shareOf(m_shares[static_cast<std::size_t>(row * m_classes.size() + column)]);
    };
    HeatMapLook look;
    look.inCell = [this, share](int row, int column) {
        return QStringLiteral("%1\n%2").arg(countText(count(row, column)), share(row, column));
    };
    look.told = [this, share](int row, int column) {
        return tr("%1 of class %2 answered as %3: %4 of its rows")
            .arg(countText(count(row, column)), m_classes[row], m_classes[column], share(row, column));
    };
    look.leastCell = {52, 34};
    look.widest = 1.6;
    look.rows = tr("true ↓");
    look.columns = tr("answered →");
    m_map->setLook(std::move(look));
}

}
