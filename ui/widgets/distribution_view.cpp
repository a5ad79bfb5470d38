#include "ui/widgets/distribution_view.h"

#include "ui/widgets/cell_text.h"
#include "ui/widgets/column_combo.h"
#include "ui/widgets/distribution_plot.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/text_measures.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

namespace broto::ui {

namespace {

constexpr int factsInARow = 5;

struct Distributed {
    std::shared_ptr<const Column> column;
    RowGroups groups;
    Distribution distribution;
};

Result<Distributed> distributed(const ViewedData& data, const RunControl& control)
{
    const auto index = static_cast<std::size_t>(data.column);
    Distributed result;
    result.column = columnAsChosen(data.table, data.choices, index);
    const bool target = columnWith(Role::Target, data.choices) == index;
    if (!target)
        result.groups = groupsByTarget(*data.table, data.choices);
    else if (data.dataset)
        result.groups = groupsByPart(*data.dataset, data.choices, data.table->rows);
    Result<Distribution> distribution = distributionOf(*result.column, result.groups, control);
    if (!distribution)
        return distribution.error();
    result.distribution = *std::move(distribution);
    return result;
}

}

DistributionView::DistributionView(QWidget* parent)
    : DataView(parent),
      m_label(makeLabel(Type::Text, Tone::Muted, this)),
      m_column(new ColumnCombo(this)),
      m_facts(new QGridLayout)
{
    m_column->setObjectName(QStringLiteral("distributionColumn"));
    m_label->setBuddy(m_column);
    bar().addWidget(m_label);
    bar().addWidget(m_column);
    bar().addStretch(1);
    auto* body = new QWidget(this);
    m_plot = new DistributionPlot(body);
    m_plot->setObjectName(QStringLiteral("distribution"));
    m_facts->setHorizontalSpacing(space::huge);
    m_facts->setVerticalSpacing(space::hair);
    for (int column = 0; column < factsInARow; ++column)
        m_facts->setColumnStretch(column, 1);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_plot, 1);
    layout->addLayout(m_facts);
    setBody(body);
    connect(m_column, &ColumnCombo::columnChosen, this, &DataView::columnWanted);
    retranslate();
}

void DistributionView::refresh()
{
    runner().cancel();
    setNote({});
    if (data().table)
        m_column->setColumns(*data().table);
    m_column->select(data().column);
    if (!data().has(data().column)) {
        setMessage(tr("Choose a column to see how its values are distributed."));
        return;
    }
    compute([data = data()](const RunControl& control) { return distributed(data, control); },
            [this](const Distributed& result) { show(result.column, result.groups, result.distribution); });
}

void DistributionView::show(const std::shared_ptr<const Column>& column, const RowGroups& groups,
                            const Distribution& distribution)
{
    if (distribution.missing == distribution.rows) {
        setMessage(tr("The column “%1” has no values.").arg(columnTitle(*column)));
        return;
    }
    setMessage({});
    m_plot->show(*column, groups, distribution);
    showStatistics(*column, distribution);
    switch (groups.by) {
    case RowGroups::By::Class:
        setNote(tr("Colours: the classes of the target."));
        break;
    case RowGroups::By::Quarter:
        setNote(tr("Colours: four equally large groups of rows, from small to large values of the target."));
        break;
    case RowGroups::By::Part:
        setNote(tr("This is the target. Colours: the parts that the rows are shared out to."));
        break;
    case RowGroups::By::Nothing:
        setNote({});
        break;
    }
}

void DistributionView::showStatistics(const Column& column, const Distribution& distribution)
{
    while (QLayoutItem* item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int place = 0;
    const auto add = [&](const QString& name, const QString& value) {
        auto* fact = new QWidget(this);
        auto* label = makeLabel(Type::Note, Tone::Muted, fact);
        auto* number = makeLabel(Type::Text, Tone::Plain, fact);
        label->setText(name);
        number->setText(value);
        setTableFont(*number);
        number->setTextInteractionFlags(Qt::TextSelectableByMouse);
        auto* layout = new QVBoxLayout(fact);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        layout->addWidget(label);
        layout->addWidget(number);
        m_facts->addWidget(fact, place / factsInARow, place % factsInARow);
        ++place;
    };
    const auto count = [](std::size_t rows) { return countText(static_cast<std::int64_t>(rows)); };
    add(tr("Values"), count(distribution.rows - distribution.missing));
    add(tr("Missing"), count(distribution.missing));
    add(tr("Different values"), count(distribution.distinct));
    if (!distribution.quartiles)
        return;
    if (column.numeric()) {
        add(tr("Mean"), columnValueText(column, distribution.mean));
        add(tr("Standard deviation"), columnValueText(column, distribution.deviation));
    }
    const QString names[] = {tr("Smallest"), tr("Lower quartile"), tr("Median"), tr("Upper quartile"), tr("Largest")};
    for (std::size_t i = 0; i < distribution.quartiles->size(); ++i)
        add(names[i], columnValueText(column, (*distribution.quartiles)[i]));
}

void DistributionView::retranslate()
{
    m_label->setText(tr("Column"));
    m_column->setAccessibleName(tr("Column"));
    m_column->setToolTip(tr("The column whose values are counted"));
    m_plot->setAccessibleName(tr("Distribution"));
}

}
