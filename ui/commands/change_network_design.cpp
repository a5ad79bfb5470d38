#include "ui/commands/change_network_design.h"

#include "ui/commands/command_id.h"
#include "ui/document/document.h"

#include <QCoreApplication>

#include <optional>

namespace broto::ui {

namespace {

/// The only layer that differs, and in which number, when that is all that differs.
struct OneNumber {
    std::size_t layer;
    bool units; ///< else the dropout
    bool operator==(const OneNumber&) const = default;
};

std::optional<OneNumber> onlyChange(const NetworkDesign& before, const NetworkDesign& after)
{
    if (before.hidden.size() != after.hidden.size())
        return {};
    std::optional<OneNumber> only;
    for (std::size_t i = 0; i < before.hidden.size(); ++i) {
        const HiddenLayer &a = before.hidden[i], &b = after.hidden[i];
        if (a == b)
            continue;
        const bool units = a.units != b.units;
        if (only || a.activation != b.activation || a.normalised != b.normalised || (units && a.dropout != b.dropout))
            return {};
        only = OneNumber{i, units};
    }
    return only;
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
    const auto change = onlyChange(m_before, m_after);
    if (!change || onlyChange(other.m_before, other.m_after) != change)
        return false;
    m_after = other.m_after;
    setObsolete(m_after == m_before);
    return true;
}

}
