#include "ui/widgets/series_view.h"

#include "data/recordings.h"
#include "data/row_groups.h"
#include "data/window_plan.h"
#include "ui/widgets/cell_text.h"
#include "ui/widgets/column_combo.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/series_plot.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace broto::ui {

namespace {

/// The columns are kept with the series: a plot names their values. The table is kept as long as a column of it.
struct Prepared {
    std::shared_ptr<const Table> table;
    std::shared_ptr<const Column> values, times;
    std::shared_ptr<const Series> series;
    std::optional<LaidRecordings> recordings;
    std::vector<WindowBand> windows;
    std::vector<std::string> classes;
};

Result<Prepared> prepared(const ViewedData& data, int values, int times, const RunControl& control)
{
    Prepared result;
    result.table = data.table;
    result.values = columnAsChosen(data.table, data.choices, static_cast<std::size_t>(values));
    if (times >= 0 && !data.at(times).texts())
        result.times = columnAsChosen(data.table, data.choices, static_cast<std::size_t>(times));
    const std::vector<std::int32_t> groups = recordingGroups(*data.table, data.choices);
    if (result.times)
        result.recordings = laidEndToEnd(*result.times, groups);
    const Column* axis = result.recordings ? result.recordings->times.get() : result.times.get();
    Result<Series> series = seriesOf(*result.values, axis, control);
    if (!series)
        return series.error();
    breakAtGaps(*series, axis, groups);
    result.series = std::make_shared<const Series>(*std::move(series));
    if (data.choices.windows) {
        // Why there are no windows, another place of the page says.
        if (const Result<WindowPlan> plan = planWindows(*data.table, data.choices)) {
            result.windows = windowBands(*plan, axis);
            result.classes = plan->classes;
        }
    }
    return result;
}

}

SeriesView::SeriesView(QWidget* parent)
    : DataView(parent),
      m_valuesLabel(makeLabel(Type::Text, Tone::Muted, this)),
      m_timesLabel(makeLabel(Type::Text, Tone::Muted, this)),
      m_values(new ColumnCombo(this)),
      m_times(new ColumnCombo(this)),
      m_plot(new SeriesPlot(this))
{
    m_values->setObjectName(QStringLiteral("seriesColumn"));
    m_times->setObjectName(QStringLiteral("seriesTimes"));
    m_plot->setObjectName(QStringLiteral("series"));
    m_valuesLabel->setBuddy(m_values);
    m_timesLabel->setBuddy(m_times);
    bar().addWidget(m_valuesLabel);
    bar().addWidget(m_values);
    bar().addSpacing(space::small);
    bar().addWidget(m_timesLabel);
    bar().addWidget(m_times);
    bar().addStretch(1);
    setBody(m_plot);
    connect(m_values, &ColumnCombo::columnChosen, this, [this](int column) {
        m_wantedColumn = column;
        emit columnWanted(column);
        refresh();
    });
    connect(m_times, &ColumnCombo::columnChosen, this, &SeriesView::refresh);
    connect(m_plot, &PlotCanvas::rangeChanged, this, &SeriesView::drawStretch);
    retranslate();
}

/// The column with the role of the time, or the first that holds times.
int SeriesView::proposedTimes() const
{
    const auto chosen = columnWith(Role::Time, data().choices);
    if (chosen && !data().table->columns[*chosen].texts())
        return static_cast<int>(*chosen);
    for (int column = 0; data().has(column); ++column) {
        if (data().at(column).values == Column::Values::Times)
            return column;
    }
    return -1;
}

/// The shared column; in place of a target that nobody asked for, the first feature.
int SeriesView::proposedColumn() const
{
    const auto target = columnWith(Role::Target, data().choices);
    if (!target || static_cast<int>(*target) != data().column || data().column == m_wantedColumn)
        return data().column;
    for (int column = 0; data().has(column); ++column) {
        if (data().choices.columns[static_cast<std::size_t>(column)].role == Role::Feature)
            return column;
    }
    return data().column;
}

void SeriesView::offerColumns()
{
    const bool another = std::exchange(m_offered, data().table) != data().table;
    if (another)
        m_wantedColumn = -1;
    m_values->setColumns(*data().table);
    m_times->setColumns(*data().table, tr("Row number"),
                        [&](std::size_t column) { return !data().table->columns[column].texts(); });
    m_values->select(proposedColumn());
    if (another)
        m_times->select(proposedTimes());
}

void SeriesView::refresh()
{
    runner().cancel();
    m_stretchRunner.cancel();
    m_series.reset();
    setNote({});
    if (data().table)
        offerColumns();
    if (!data().has(data().column)) {
        setMessage(tr("Choose a column to see its values one after the other."));
        return;
    }
    compute([data = data(), values = m_values->column(),
             times = m_times->column()](const RunControl& control) { return prepared(data, values, times, control); },
            [this](Prepared result) {
                if (result.series->values.empty()) {
                    setMessage(tr("No row says when it was taken."));
                    return;
                }
                setMessage({});
                m_series = result.series;
                m_plot->setOwnTimes(std::move(result.recordings));
                m_plot->setColumns(*result.values, result.times.get());
                m_plot->setWindows(std::move(result.windows), result.classes);
                m_plot->setSpan(m_series->first(), m_series->last());
                drawStretch();
            });
}

/// What can be seen now, with two points for every pixel across.
void SeriesView::drawStretch()
{
    if (!m_series)
        return;
    const auto [from, to] = m_plot->stretch();
    const std::size_t steps = m_plot->stepsAcross();
    m_stretchRunner.start(
        JobKind::Look,
        [series = m_series, from = from, to = to, steps](const RunControl&) {
            return Result(envelopeOf(*series, from, to, steps));
        },
        [this](Result<Envelope> envelope) {
            m_plot->show(*envelope);
            sayWhatIsShown(envelope->everyValue);
        });
}

void SeriesView::sayWhatIsShown(bool everyValue)
{
    QStringList sentences;
    if (!everyValue)
        sentences << tr(
            "From the smallest to the largest value of every step; zoom in (mouse wheel) to see every value.");
    if (m_plot->windowsShown() > 0)
        sentences << tr("Brackets: the windows that become rows to learn from, coloured by their class.");
    else if (m_plot->hasWindows())
        sentences << tr("Zoom in (mouse wheel) to see the windows.");
    setNote(sentences.join(u' '));
}

void SeriesView::retranslate()
{
    m_valuesLabel->setText(tr("Column"));
    m_timesLabel->setText(tr("Over"));
    m_values->setAccessibleName(tr("Column"));
    m_values->setToolTip(tr("The column whose values are drawn"));
    m_times->setAccessibleName(tr("Time"));
    m_times->setToolTip(tr("What says in which order, and at which distance, the values were taken"));
    m_plot->setAccessibleName(tr("Values over time"));
}

}
