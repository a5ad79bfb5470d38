#include "ui/commands/change_network_design.h"

#include "ui/commands/command_id.h"
#include "ui/document/document.h"

#include <QCoreApplication>

#include <optional>

namespace broto::ui {

namespace {

/// The only layer whose number of units differs, when that is all that differs.
std::optional<std::size_t> resizedLayer(const NetworkDesign& before, const NetworkDesign& after)
{
    if (before.hidden.size() != after.hidden.size())
        return {};
    std::optional<std::size_t> resized;
    for (std::size_t i = 0; i < before.hidden.size(); ++i) {
        if (before.hidden[i].activation != after.hidden[i].activation)
            return {};
        if (before.hidden[i].units == after.hidden[i].units)
            continue;
        if (resized)
            return {};
        resized = i;
    }
    return resized;
}

}

ChangeNetworkDesign::ChangeNetworkDesign(Document& document, NetworkDesign after)
    : QUndoCommand(QCoreApplication::translate("Commands", "Change the network")),
      m_document(document),
      m_before(document.project().design),
      m_after(std::move(after))
{
}

void ChangeNetworkDesign::undo()
{
    m_document.setDesign(m_before);
}

void ChangeNetworkDesign::redo()
{
    m_document.setDesign(m_after);
}

int ChangeNetworkDesign::id() const
{
    return static_cast<int>(CommandId::ChangeNetworkDesign);
}

bool ChangeNetworkDesign::mergeWith(const QUndoCommand* newer)
{
    const auto& other = static_cast<const ChangeNetworkDesign&>(*newer);
    const auto layer = resizedLayer(m_before, m_after);
    if (!layer || resizedLayer(other.m_before, other.m_after) != layer)
        return false;
    m_after = other.m_after;
    setObsolete(m_after == m_before);
    return true;
}

}
