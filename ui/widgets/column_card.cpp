#include "ui/widgets/column_card.h"

#include "data/time_text.h"
#include "ui/widgets/column_header.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace broto::ui {

namespace {
constexpr std::size_t mostCategories = 6;
}

ColumnCard::ColumnCard(QWidget* parent)
    : QFrame(parent),
      m_name(makeLabel(Type::Heading, Tone::Plain, this)),
      m_hint(makeLabel(Type::Text, Tone::Muted, this)),
      m_role(new QComboBox(this)),
      m_facts(new QFormLayout)
{
    setProperty("card", true);
    m_name->setWordWrap(true);
    m_hint->setWordWrap(true);
    m_role->setObjectName(QStringLiteral("columnRole"));
    m_facts->setHorizontalSpacing(space::large);
    m_facts->setVerticalSpacing(space::hair);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::medium, space::large, space::medium);
    layout->addWidget(m_name);
    layout->addWidget(m_hint);
    layout->addWidget(m_role);
    layout->addLayout(m_facts);
    layout->addStretch(1);
    connect(m_role, &QComboBox::activated, this,
            [this] { emit roleWanted(static_cast<Role>(m_role->currentData().toInt())); });
    clear();
    retranslate();
}

void ColumnCard::show(const Column& column, Role role)
{
    clear();
    m_name->setText(QString::fromStdString(column.name));
    m_name->setVisible(true);
    m_hint->setVisible(false);
    m_role->setVisible(true);
    const QSignalBlocker blocker(m_role);
    m_role->clear();
    const auto offer = [&](Role possible) { m_role->addItem(roleText(possible), static_cast<int>(possible)); };
    if (usableAsFeature(column))
        offer(Role::Feature);
    if (usableAsTarget(column))
        offer(Role::Target);
    offer(Role::Ignore);
    m_role->setCurrentIndex(m_role->findData(static_cast<int>(role)));
    addFact(tr("Type"), typeText(column.type));
    if (!column.unit.empty())
        addFact(tr("Unit"), QString::fromStdString(column.unit));
    addFact(tr("Missing"), countText(static_cast<std::int64_t>(column.missing)));
    addFact(tr("Different values"), countText(static_cast<std::int64_t>(column.distinct)));
    if (column.numeric()) {
        addFact(tr("Smallest"), valueText(column.min));
        addFact(tr("Largest"), valueText(column.max));
        addFact(tr("Mean"), valueText(column.mean));
    } else if (column.values == Column::Values::Times) {
        addFact(tr("Earliest"), QString::fromStdString(timeText(column, column.min)));
        addFact(tr("Latest"), QString::fromStdString(timeText(column, column.max)));
    } else {
        addCategories(column);
    }
}

void ColumnCard::clear()
{
    m_name->setVisible(false);
    m_role->setVisible(false);
    m_hint->setVisible(true);
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
}

void ColumnCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void ColumnCard::retranslate()
{
    m_hint->setText(tr("Select a column to see its values and choose its role."));
    m_role->setAccessibleName(tr("Role of the column"));
    for (int i = 0; i < m_role->count(); ++i)
        m_role->setItemText(i, roleText(static_cast<Role>(m_role->itemData(i).toInt())));
}

void ColumnCard::addFact(const QString& name, const QString& value)
{
    QLabel* label = makeLabel(Type::Text, Tone::Muted, this);
    label->setText(name);
    QLabel* text = makeLabel(Type::Text, Tone::Plain, this);
    text->setFont(tableFont());
    text->setText(value);
    text->setTextFormat(Qt::PlainText);
    m_facts->addRow(label, text);
}

void ColumnCard::addCategories(const Column& column)
{
    std::vector<std::size_t> counts(column.categories.size());
    for (std::int32_t code : column.codes)
        if (code >= 0)
            ++counts[static_cast<std::size_t>(code)];
    std::vector<std::size_t> order(counts.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
    for (std::size_t i = 0; i < std::min(order.size(), mostCategories); ++i)
        addFact(QString::fromStdString(column.categories[order[i]]).left(24),
                countText(static_cast<std::int64_t>(counts[order[i]])));
}

}
