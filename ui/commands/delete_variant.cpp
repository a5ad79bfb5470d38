#include "ui/commands/delete_variant.h"

#include "project/variants.h"
#include "ui/document/document.h"

#include <QCoreApplication>

#include <algorithm>

namespace broto::ui {

DeleteVariant::DeleteVariant(Document& document, std::shared_ptr<const Variant> variant)
    : QUndoCommand(QCoreApplication::translate("Commands", "Delete variant %1")
                       .arg(QString::fromStdString(variant->model.name))),
      m_document(document),
      m_variant(std::move(variant)),
      m_run(document.project().trained)
{
    const auto& variants = document.project().variants;
    m_place = static_cast<std::size_t>(std::find(variants.begin(), variants.end(), m_variant) - variants.begin());
}

void DeleteVariant::undo()
{
    m_document.setVariants(withVariant(m_document.project(), m_variant, m_place, m_run));
}

void DeleteVariant::redo()
{
    const auto& variants = m_document.project().variants;
    if (std::find(variants.begin(), variants.end(), m_variant) != variants.end()) // and not another of its name
        m_document.setVariants(withoutVariant(m_document.project(), m_variant->model.name));
}

}
