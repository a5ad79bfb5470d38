#include "ui/widgets/feature_form.h"

#include "device/slider_span.h"
#include "ui/widgets/feature_row.h"
#include "ui/widgets/tokens.h"

#include <QVBoxLayout>

namespace broto::ui {

FeatureForm::FeatureForm(QWidget* parent) : ColumnScroll(parent) {}

void FeatureForm::setFeatures(const Preprocessing& preprocessing)
{
    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, space::small, 0);
    layout->setSpacing(space::medium);
    m_fields.clear();
    m_row = middleRow(preprocessing);
    for (std::size_t i = 0; i < preprocessing.features.size(); ++i) {
        auto* field = new FeatureRow(preprocessing.features[i], fillOf(preprocessing, i), column);
        field->show(m_row[i]);
        layout->addWidget(field);
        m_fields.push_back(field);
        connect(field, &FeatureRow::changed, this, [this, field, i] {
            m_row[i] = field->value();
            emit changed();
        });
    }
    layout->addStretch(1);
    hold(column); // and the column before goes
}

void FeatureForm::show(const std::vector<float>& row)
{
    m_row = row;
    for (std::size_t i = 0; i < m_fields.size(); ++i)
        m_fields[i]->show(row[i]);
}

void FeatureForm::setChangeable(bool changeable)
{
    for (FeatureRow* field : m_fields)
        field->setChangeable(changeable);
}

}
