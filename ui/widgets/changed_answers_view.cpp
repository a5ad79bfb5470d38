#include "ui/widgets/changed_answers_view.h"

#include "network/confusion_shares.h"
#include "ui/models/changed_answers_model.h"
#include "ui/widgets/heat_map.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/text_measures.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

namespace broto::ui {

namespace {
constexpr int linePitch = 26;

bool hasMatrix(const Variant& variant)
{
    const std::size_t classes = variant.model.decoding.target.classes.size();
    return classes > 0 && variant.test.confusion.size() == classes;
}
}

ChangedAnswersView::ChangedAnswersView(QWidget* parent) : QWidget(parent), m_model(new ChangedAnswersModel(this))
{
    m_matrices = new QWidget(this);
    auto* matrices = new QHBoxLayout(m_matrices);
    matrices->setContentsMargins(0, 0, 0, 0);
    matrices->setSpacing(space::large);
    matrices->addWidget(makeMatrix(m_floatTitle, m_floatMap, "floatConfusion"), 1);
    matrices->addWidget(makeMatrix(m_variantTitle, m_variantMap, "variantConfusion"), 1);
    m_note = makeLabel(Type::Note, Tone::Muted, this);
    m_note->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("changedAnswersNote"));
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("changedAnswers"));
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setRowHeight(*m_table, linePitch);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(ChangedAnswersModel::What, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setHighlightSections(false);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& line) { emit rowActivated(m_model->testRow(line.row())); });
    auto* rows = new QVBoxLayout;
    rows->setSpacing(space::small);
    rows->addWidget(m_note);
    rows->addWidget(m_table, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::large);
    layout->addWidget(m_matrices, 1);
    layout->addLayout(rows, 1);
    retranslate();
}

QWidget* ChangedAnswersView::makeMatrix(QLabel*& title, HeatMap*& map, const char* name)
{
    auto* matrix = new QWidget(this);
    title = makeLabel(Type::Note, Tone::Muted, matrix);
    title->setWordWrap(true);
    map = new HeatMap(matrix);
    map->setObjectName(QLatin1String(name));
    auto* scroll = new QScrollArea(matrix);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(map);
    connect(map, &HeatMap::cellReached, scroll, [scroll](const QRect& place) {
        scroll->ensureVisible(place.center().x(), place.center().y(), place.width(), place.height());
    });
    auto* layout = new QVBoxLayout(matrix);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::hair);
    layout->addWidget(title);
    layout->addWidget(scroll, 1);
    return matrix;
}

void ChangedAnswersView::show(const ViewedVariant& viewed, std::shared_ptr<const Variant> floating,
                              std::shared_ptr<const ModelComparison> comparison)
{
    if (viewed == m_viewed && floating == m_floating && comparison == m_comparison)
        return;
    m_viewed = viewed;
    m_floating = std::move(floating);
    m_comparison = std::move(comparison);
    draw();
}

void ChangedAnswersView::showMatrix(HeatMap& map, const Variant& variant)
{
    QStringList classes;
    for (const std::string& name : variant.model.decoding.target.classes)
        classes << QString::fromStdString(name);
    const std::vector<std::vector<int>>& counts = variant.test.confusion;
    HeatMapLook look;
    look.inCell = [counts](int row, int column) {
        return countText(counts[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]);
    };
    look.told = [counts, classes](int row, int column) {
        return tr("%1 of class %2 answered as %3")
            .arg(countText(counts[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]), classes[row],
                 classes[column]);
    };
    look.leastCell = {16, 14};
    look.widest = 2;
    map.setLook(std::move(look));
    map.show(classes, confusionShares(counts), false);
}

void ChangedAnswersView::draw()
{
    const bool classes = m_viewed.variant && m_floating && hasMatrix(*m_viewed.variant) && hasMatrix(*m_floating);
    m_matrices->setVisible(classes);
    if (classes) {
        const auto title = [](const Variant& variant) {
            return tr("%1: true ↓ answered →").arg(QString::fromStdString(variant.model.name));
        };
        m_floatTitle->setText(title(*m_floating));
        m_variantTitle->setText(title(*m_viewed.variant));
        showMatrix(*m_floatMap, *m_floating);
        showMatrix(*m_variantMap, *m_viewed.variant);
    }
    m_model->setComparison(m_comparison, m_viewed.dataset);
    m_note->setText(noteText());
}

QString ChangedAnswersView::noteText() const
{
    if (!m_viewed.variant)
        return tr("Choose a variant in the table.");
    if (!m_viewed.dataset)
        return tr("The data are not those of the training: train again.");
    if (!m_comparison)
        return tr("Comparing …");
    const PairedComparison& change = m_comparison->change;
    if (change.rows == 0)
        return tr("There are no test rows to compare.");
    if (change.task == Task::Regression)
        return tr("The answers differ from those in float by %1 on average, and by %2 at most.")
            .arg(valueText(change.meanDifference), valueText(change.largestDifference));
    return tr("%1 of %2 test rows have another answer than in float.")
        .arg(countText(m_model->rowCount()), countText(static_cast<std::int64_t>(change.rows)));
}

void ChangedAnswersView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ChangedAnswersView::retranslate()
{
    m_floatMap->setAccessibleName(tr("Confusion matrix in float"));
    m_variantMap->setAccessibleName(tr("Confusion matrix of the variant"));
    m_table->setAccessibleName(tr("Rows with another answer"));
    m_table->setToolTip(tr("Double-click a row, or press Enter, to follow its numbers through the variant."));
    m_model->retranslate();
    draw();
}

}
