#include "ui/widgets/correlation_view.h"

#include "ui/widgets/heat_map.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>

namespace broto::ui {

CorrelationView::CorrelationView(QWidget* parent)
    : DataView(parent), m_map(new HeatMap(this)), m_explanation(makeLabel(Type::Note, Tone::Muted, this))
{
    m_map->setObjectName(QStringLiteral("correlation"));
    m_explanation->setWordWrap(true);
    bar().addWidget(m_explanation, 1);
    setBody(m_map);
    connect(m_map, &HeatMap::cellChosen, this, [this](int row, int column) {
        emit pairWanted(static_cast<int>(m_columns[static_cast<std::size_t>(column)]),
                        static_cast<int>(m_columns[static_cast<std::size_t>(row)]));
    });
    retranslate();
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
    m_map->show(names, correlations.values, target);
    setNote(correlations.leftOut
                ? tr("%Ln more column(s) found no place here.", nullptr, static_cast<int>(correlations.leftOut))
                : QString());
}

void CorrelationView::retranslate()
{
    m_map->setAccessibleName(tr("Correlation"));
    m_explanation->setText(
        tr("1: they go together; 0: one says nothing about the other; −1: one falls where the other rises. Click a "
           "cell to see its rows."));
    m_explanation->setToolTip(
        tr("Between numbers this is Pearson's correlation, between a category and a number the correlation ratio, "
           "between categories Cramér's V."));
}

}
