#include "ui/widgets/correlation_view.h"

#include "ui/widgets/colour_scale.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/heat_map.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/text_measures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QScrollArea>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace broto::ui {

namespace {
constexpr int sideWidth = 200;
constexpr int leastWithSide = 560; ///< of the view; below that the map needs all of it
}

CorrelationView::CorrelationView(QWidget* parent)
    : DataView(parent),
      m_map(new HeatMap(this)),
      m_scroll(new QScrollArea(this)),
      m_explanation(makeLabel(Type::Note, Tone::Muted, this))
{
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_map);
    auto* body = new QWidget(this);
    auto* layout = new QHBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(makeSide());
    connect(m_map, &HeatMap::cellReached, this, [this](const QRect& place) {
        m_scroll->ensureVisible(place.center().x(), place.center().y(), place.width(), place.height());
    });
    m_map->setObjectName(QStringLiteral("correlation"));
    m_explanation->setWordWrap(true);
    bar().addWidget(m_explanation, 1);
    setBody(body);
    connect(m_map, &HeatMap::cellChosen, this, [this](int row, int column) {
        emit pairWanted(static_cast<int>(m_columns[static_cast<std::size_t>(column)]),
                        static_cast<int>(m_columns[static_cast<std::size_t>(row)]));
    });
    retranslate();
}

QWidget* CorrelationView::makeSide()
{
    m_side = new QWidget(this);
    setTextWidth(*m_side, sideWidth);
    m_listLabel = makeElidedLabel(Type::Text, Tone::Muted, {}, m_side);
    m_list = new QListWidget(m_side);
    m_list->setObjectName(QStringLiteral("targetCorrelations"));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTableFont(*m_list);
    m_listLabel->setBuddy(m_list);
    auto* layout = new QVBoxLayout(m_side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::hair);
    layout->addWidget(new ColourScale(m_side));
    layout->addWidget(m_listLabel);
    layout->addWidget(m_list, 1);
    const auto open = [this](const QListWidgetItem* line) {
        emit pairWanted(line->data(Qt::UserRole).toInt(), static_cast<int>(m_columns.front()));
    };
    connect(m_list, &QListWidget::itemActivated, this, open);
    connect(m_list, &QListWidget::itemClicked, this, open);
    return m_side;
}

/// A narrow view is all map.
void CorrelationView::placeSide()
{
    m_side->setVisible(width() >= leastWithSide);
    m_list->setVisible(!m_target.isEmpty());
    m_listLabel->setVisible(!m_target.isEmpty());
}

void CorrelationView::resizeEvent(QResizeEvent* event)
{
    DataView::resizeEvent(event);
    placeSide();
}

/// The strongest first, whichever way it goes.
void CorrelationView::listByTarget(const Correlations& correlations, const QStringList& names)
{
    std::vector<std::size_t> order(m_columns.size() - 1);
    std::iota(order.begin(), order.end(), std::size_t{1});
    const auto strength = [&](std::size_t place) {
        const double value = correlations.at(0, place);
        return std::isnan(value) ? -1 : std::abs(value);
    };
    std::ranges::stable_sort(order, std::ranges::greater(), strength);
    m_list->clear();
    for (const std::size_t place : order) {
        const double value = correlations.at(0, place);
        const QString number = std::isnan(value)
                                   ? QStringLiteral("    –")
                                   : QLocale().toString(value, 'f', 2).replace(u'-', u'−').rightJustified(5);
        const QString name = names[static_cast<qsizetype>(place)];
        auto* line = new QListWidgetItem(QStringLiteral("%1  %2").arg(number, name), m_list);
        line->setData(Qt::UserRole, static_cast<int>(m_columns[place]));
        line->setToolTip(name);
    }
}

void CorrelationView::refresh()
{
    runner().cancel();
    setNote({});
    if (!data().table) {
        setMessage(tr("Open a table to see which columns go together."));
        return;
    }
    compute([data = data()](
                const RunControl& control) { return correlationsOf(*data.table, data.choices, mostColumns, control); },
            [this](const Correlations& correlations) { show(correlations); });
}

void CorrelationView::show(const Correlations& correlations)
{
    m_columns = correlations.columns;
    if (m_columns.size() < 2) {
        setMessage(tr("There are no two columns that could go together: numbers or categories with more than one "
                      "value."));
        return;
    }
    QStringList names;
    for (const std::size_t column : m_columns)
        names << QString::fromStdString(data().table->columns[column].name);
    const bool target = columnWith(Role::Target, data().choices) == m_columns.front();
    setMessage({});
    m_target = target ? names.front() : QString();
    listByTarget(correlations, names);
    placeSide();
    retranslate();
    m_map->show(names, correlations.values, target);
    setNote(correlations.leftOut
                ? tr("%Ln more column(s) found no place here.", nullptr, static_cast<int>(correlations.leftOut))
                : QString());
}

void CorrelationView::retranslate()
{
    m_map->setAccessibleName(tr("Correlation"));
    m_listLabel->setText(tr("With “%1”").arg(m_target));
    m_list->setAccessibleName(tr("Columns by their correlation with the target"));
    m_list->setToolTip(tr("The strongest first; a click shows the two columns against each other"));
    m_explanation->setText(
        tr("1: they go together; 0: one says nothing about the other; −1: one falls where the other rises. Click a "
           "cell to see its rows."));
    m_explanation->setToolTip(
        tr("Between numbers this is Pearson's correlation, between a category and a number the correlation ratio, "
           "between categories Cramér's V."));
}

}
