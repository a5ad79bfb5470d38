#include "ui/commands/change_training_settings.h"

#include "ui/commands/command_id.h"
#include "ui/document/document.h"

#include <QCoreApplication>

namespace broto::ui {

namespace {

/// One bit a setting that differs.
int settingsDifferences(const TrainingSettings& a, const TrainingSettings& b)
{
    const bool differ[] = {a.epochs != b.epochs,
                           a.batch != b.batch,
                           a.optimizer != b.optimizer,
                           a.learningRate != b.learningRate,
                           a.seed != b.seed,
                           a.momentum != b.momentum,
                           a.weightDecay != b.weightDecay,
                           a.schedule != b.schedule,
                           a.warmUpEpochs != b.warmUpEpochs,
                           a.loss != b.loss,
                           a.classWeights != b.classWeights,
                           a.labelSmoothing != b.labelSmoothing,
                           a.l1 != b.l1,
                           a.l2 != b.l2,
                           a.largestGradient != b.largestGradient,
                           a.initialiser != b.initialiser,
                           a.patience != b.patience};
    int bits = 0;
    for (const bool different : differ)
        bits = bits << 1 | different;
    return bits;
}

}

ChangeTrainingSettings::ChangeTrainingSettings(Document& document, TrainingSettings after)
    : QUndoCommand(QCoreApplication::translate("Commands", "Change the training settings")),
      m_document(document),
      m_before(document.project().training),
      m_after(std::move(after))
{
}

void ChangeTrainingSettings::undo()
{
    m_document.setTrainingSettings(m_before);
}

void ChangeTrainingSettings::redo()
{
    m_document.setTrainingSettings(m_after);
}

int ChangeTrainingSettings::id() const
{
    return static_cast<int>(CommandId::ChangeTrainingSettings);
}

bool ChangeTrainingSettings::mergeWith(const QUndoCommand* newer)
{
    const auto& other = static_cast<const ChangeTrainingSettings&>(*newer);
    if (settingsDifferences(m_before, m_after) != settingsDifferences(other.m_before, other.m_after))
        return false;
    m_after = other.m_after;
    setObsolete(m_after == m_before);
    return true;
}

}
