#include "ui/commands/change_split.h"

#include "ui/commands/command_id.h"
#include "ui/document/document.h"

#include <QCoreApplication>

namespace broto::ui {

namespace {

/// One bit for what differs: shares, seed, number of folds, which of them, and the rest.
int splitDifferences(const Split& a, const Split& b)
{
    const bool shares = a.training != b.training || a.validation != b.validation || a.test != b.test;
    return shares | (a.seed != b.seed) << 1 | (a.folds != b.folds) << 2 | (a.fold != b.fold) << 3 |
           (a.method != b.method || a.partColumn != b.partColumn) << 4;
}

}

ChangeSplit::ChangeSplit(Document& document, Split after)
    : QUndoCommand(QCoreApplication::translate("Commands", "Change the split")),
      m_document(document),
      m_before(document.project().data.split),
      m_after(std::move(after))
{
}

void ChangeSplit::undo()
{
    DataChoices choices = m_document.project().data;
    choices.split = m_before;
    m_document.setDataChoices(std::move(choices));
}

void ChangeSplit::redo()
{
    DataChoices choices = m_document.project().data;
    choices.split = m_after;
    m_document.setDataChoices(std::move(choices));
}

int ChangeSplit::id() const
{
    return static_cast<int>(CommandId::ChangeSplit);
}

bool ChangeSplit::mergeWith(const QUndoCommand* newer)
{
    constexpr int choice = 1 << 4; // of a way to split: no step on the way to another one
    const auto& other = static_cast<const ChangeSplit&>(*newer);
    const int changed = splitDifferences(m_before, m_after);
    if ((changed & choice) || changed != splitDifferences(other.m_before, other.m_after))
        return false;
    m_after = other.m_after;
    setObsolete(m_after == m_before);
    return true;
}

}
