#include "ui/pages/variant_picker.h"

#include "ui/document/document.h"

namespace broto::ui {

VariantPicker::VariantPicker(Document& document, QWidget* parent) : QComboBox(parent), m_document(document)
{
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(this, &QComboBox::textActivated, this,
            [this](const QString& name) { m_document.chooseVariant(name.toStdString()); });
    connect(&document, &Document::compressChanged, this, &VariantPicker::refresh);
    connect(&document, &Document::variantChosen, this, &VariantPicker::refresh);
    refresh();
}

void VariantPicker::refresh()
{
    QStringList names, shown;
    for (const auto& variant : m_document.project().variants)
        names << QString::fromStdString(variant->model.name);
    for (int i = 0; i < count(); ++i)
        shown << itemText(i);
    if (names != shown) { // or an open list would close under the pointer
        clear();
        addItems(names);
    }
    if (const auto chosen = m_document.chosenVariant())
        setCurrentIndex(findText(QString::fromStdString(chosen->model.name)));
}

}
