#include "ui/widgets/scatter_view.h"

#include "data/correlation.h"
#include "ui/widgets/cell_text.h"
#include "ui/widgets/column_combo.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/scatter_plot.h"

#include <QHBoxLayout>
#include <QLabel>

#include <cmath>

namespace broto::ui {

namespace {

/// The feature of numbers that goes with a column best; where none has values, the first column.
std::size_t bestFeature(const ViewedData& data, int up, const RunControl& control)
{
    const auto target = columnAsChosen(*data.table, data.choices, static_cast<std::size_t>(up));
    std::optional<std::size_t> best;
    double strongest = -1;
    for (std::size_t i = 0; i < data.choices.columns.size() && !control.stopRequested(); ++i) {
        if (data.choices.columns[i].role != Role::Feature || !data.columns[i]->numeric())
            continue;
        const double strength = std::abs(correlationOf(*data.columns[i], *target));
        if (!best || strength > strongest) {
            best = i;
            strongest = std::isnan(strength) ? -1 : strength;
        }
    }
    return best.value_or(0);
}

Result<ScatterPoints> pointsOf(const ViewedData& data, int across, int up, const RunControl& control)
{
    ScatterPoints points;
    points.table = data.table;
    points.across = across < 0 ? bestFeature(data, up, control) : static_cast<std::size_t>(across);
    points.x = columnAsChosen(data.table, data.choices, points.across);
    points.y = columnAsChosen(data.table, data.choices, static_cast<std::size_t>(up));
    points.groups = groupsByTarget(*data.table, data.choices);
    Result<ScatterSample> sample = scatterSample(*points.x, *points.y, points.groups, ScatterView::mostPoints, control);
    if (!sample)
        return sample.error();
    points.sample = *std::move(sample);
    points.groups.ofRow.clear();
    return points;
}

}

ScatterView::ScatterView(QWidget* parent)
    : DataView(parent),
      m_acrossLabel(makeLabel(Type::Text, Tone::Muted, this)),
      m_upLabel(makeLabel(Type::Text, Tone::Muted, this)),
      m_across(new ColumnCombo(this)),
      m_up(new ColumnCombo(this)),
      m_plot(new ScatterPlot(this))
{
    m_across->setObjectName(QStringLiteral("scatterAcross"));
    m_up->setObjectName(QStringLiteral("scatterUp"));
    m_plot->setObjectName(QStringLiteral("scatter"));
    m_acrossLabel->setBuddy(m_across);
    m_upLabel->setBuddy(m_up);
    bar().addWidget(m_acrossLabel);
    bar().addWidget(m_across);
    bar().addSpacing(space::small);
    bar().addWidget(m_upLabel);
    bar().addWidget(m_up);
    bar().addStretch(1);
    setBody(m_plot);
    connect(m_across, &ColumnCombo::columnChosen, this, [this](int column) {
        m_wantedAcross = column;
        emit columnWanted(column);
        refresh();
    });
    connect(m_up, &ColumnCombo::columnChosen, this, [this](int column) {
        m_wantedUp = column;
        refresh();
    });
    retranslate();
}

void ScatterView::setUp(int column)
{
    m_offered = data().table;
    m_wantedUp = column;
    setData(data());
}

int ScatterView::proposedAcross() const
{
    const auto target = columnWith(Role::Target, data().choices);
    const bool isTarget = target && static_cast<int>(*target) == data().column;
    return isTarget && data().column != m_wantedAcross && !data().has(m_wantedUp) ? -1 : data().column;
}

/// What somebody chose, or the target, or, where that is wanted across, the first other column that can be drawn.
int ScatterView::proposedUp() const
{
    if (data().has(m_wantedUp))
        return m_wantedUp;
    const auto target = columnWith(Role::Target, data().choices);
    if (target && static_cast<int>(*target) != proposedAcross())
        return static_cast<int>(*target);
    for (int column = 0; data().has(column); ++column) {
        if (column != data().column && data().at(column).numeric())
            return column;
    }
    return data().column;
}

void ScatterView::offerColumns()
{
    if (m_offered != data().table)
        m_wantedAcross = m_wantedUp = -1;
    m_offered = data().table;
    m_across->setColumns(*data().table);
    m_up->setColumns(*data().table);
    m_across->select(proposedAcross());
    m_up->select(proposedUp());
}

void ScatterView::refresh()
{
    runner().cancel();
    setNote({});
    if (data().table)
        offerColumns();
    if (!data().has(data().column) || !data().has(m_up->column())) {
        setMessage(tr("Choose two columns to draw them against each other."));
        return;
    }
    compute([data = data(), across = proposedAcross(),
             up = m_up->column()](const RunControl& control) { return pointsOf(data, across, up, control); },
            [this](ScatterPoints points) {
                m_across->select(static_cast<int>(points.across));
                if (points.sample.rows.empty()) {
                    setMessage(tr("No row has a value in both columns."));
                    return;
                }
                setMessage({});
                sayWhatIsShown(points.groups, points.sample);
                m_plot->show(std::move(points));
            });
}

void ScatterView::sayWhatIsShown(const RowGroups& groups, const ScatterSample& sample)
{
    QStringList sentences;
    if (sample.rows.size() < sample.complete)
        sentences << tr("Shown are %1 of %Ln row(s), evenly spread.", nullptr, static_cast<int>(sample.complete))
                         .arg(countText(static_cast<std::int64_t>(sample.rows.size())));
    if (groups.by == RowGroups::By::Class)
        sentences << tr("Colours and shapes: the classes of the target.");
    else if (groups.by == RowGroups::By::Quarter)
        sentences << tr("Colours and shapes: from small to large values of the target.");
    setNote(sentences.join(u' '));
}

void ScatterView::retranslate()
{
    m_acrossLabel->setText(tr("Across"));
    m_upLabel->setText(tr("Up"));
    m_across->setAccessibleName(tr("Column across"));
    m_across->setToolTip(tr("The column along the horizontal axis"));
    m_up->setAccessibleName(tr("Column up"));
    m_up->setToolTip(tr("The column along the vertical axis"));
    m_plot->setAccessibleName(tr("Scatter plot"));
}

}
