#include "ui/widgets/feature_form.h"

#include "device/slider_span.h"
#include "ui/widgets/feature_row.h"
#include "ui/widgets/tokens.h"

#include <QVBoxLayout>

#include <algorithm>

namespace broto::ui {

namespace {
constexpr std::size_t atOnce = 12; ///< fields: more than are in sight, and a few milliseconds
}

FeatureForm::FeatureForm(QWidget* parent) : ColumnScroll(parent)
{
    m_making.setSingleShot(true);
    m_making.setInterval(0);
    connect(&m_making, &QTimer::timeout, this, &FeatureForm::makeSome);
}

void FeatureForm::setFeatures(const Preprocessing& preprocessing)
{
    m_preprocessing = preprocessing;
    m_row = middleRow(preprocessing);
    m_fields.clear();
    auto* column = new QWidget;
    m_column = new QVBoxLayout(column);
    m_column->setContentsMargins(0, 0, space::small, 0);
    m_column->setSpacing(space::medium);
    m_column->addStretch(1);
    hold(column); // and the column before goes
    makeSome();
}

void FeatureForm::showEvent(QShowEvent* event)
{
    ColumnScroll::showEvent(event);
    makeSome();
}

void FeatureForm::makeSome()
{
    if (!isVisible())
        return;
    const std::size_t all = m_preprocessing.features.size(), end = std::min(m_fields.size() + atOnce, all);
    while (m_fields.size() < end)
        makeField(m_fields.size());
    if (end < all)
        m_making.start();
}

void FeatureForm::makeField(std::size_t feature)
{
    auto* field =
        new FeatureRow(m_preprocessing.features[feature], fillOf(m_preprocessing, feature), m_column->parentWidget());
    field->show(m_row[feature]);
    field->setChangeable(m_changeable);
    m_column->insertWidget(m_column->count() - 1, field);
    m_fields.push_back(field);
    connect(field, &FeatureRow::changed, this, [this, field, feature] {
        m_row[feature] = field->value();
        emit changed();
    });
}

void FeatureForm::show(const std::vector<float>& row)
{
    m_row = row;
    for (std::size_t i = 0; i < m_fields.size(); ++i)
        m_fields[i]->show(row[i]);
}

void FeatureForm::setChangeable(bool changeable)
{
    m_changeable = changeable;
    for (FeatureRow* field : m_fields)
        field->setChangeable(changeable);
}

}
