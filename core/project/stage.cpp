#include "project/stage.h"

#include "data/dataset.h"

#include <algorithm>

namespace broto {

namespace {

Message noTable()
{
    return message("project.no-data", BROTO_TEXT("core", "There is no table yet: open a CSV file or a sample first."));
}

Message modelAlone()
{
    return message("project.model-alone",
                   BROTO_TEXT("core", "This model came without rows. Open the table that it was made for, to judge and "
                                      "to compress it here."));
}

Message noTarget()
{
    return message("project.no-target", BROTO_TEXT("core", "Choose the column to be learned as the target first."));
}

Message noFeature()
{
    return message("project.no-feature", BROTO_TEXT("core", "Choose at least one column to learn from first."));
}

Message notTrained()
{
    return message("project.not-trained", BROTO_TEXT("core", "There is no trained network yet: train it first."));
}

Message noVariant()
{
    return message("project.no-variant", BROTO_TEXT("core", "There is no model yet: train the network first."));
}

Message staleData()
{
    return message("project.stale-data", BROTO_TEXT("core", "The data or their roles have changed since the training: "
                                                            "train again."));
}

Message staleDesign()
{
    return message("project.stale-design",
                   BROTO_TEXT("core", "The network has been changed since the training: train again."));
}

Message staleSettings()
{
    return message("project.stale-settings",
                   BROTO_TEXT("core", "The training settings have been changed since the training: train again."));
}

bool hasRole(const Project& project, Role role)
{
    return columnWith(role, project.data).has_value();
}

std::optional<Message> missingData(const Project& project)
{
    if (!project.source)
        return project.variants.empty() ? noTable() : modelAlone();
    if (!hasRole(project, Role::Target))
        return noTarget();
    if (!hasRole(project, Role::Feature))
        return noFeature();
    return std::nullopt;
}

/// Why the last training does not belong to the project as it is now.
std::optional<Message> changeSinceTraining(const Project& project)
{
    const TrainedNetwork& trained = *project.trained;
    if (missingData(project) ||
        trained.dataFingerprint != dataFingerprint(*project.source->table, project.data, testTableOf(project)))
        return staleData();
    if (trained.design != project.design)
        return staleDesign();
    if (trained.settings != project.training)
        return staleSettings();
    return std::nullopt;
}

bool isCompressed(const std::shared_ptr<const Variant>& variant)
{
    return variant->recipe.has_value();
}

/// What has to be there before a stage can be entered.
std::optional<Message> missingFor(Stage stage, const Project& project)
{
    switch (stage) {
    case Stage::Data:
        return project.source ? std::nullopt : missingData(project);
    case Stage::Network:
    case Stage::Train:
        return missingData(project);
    case Stage::Compress:
        if (!project.source)
            return missingData(project);
        return project.trained ? std::nullopt : std::optional(notTrained());
    case Stage::Export:
    case Stage::Device:
        return project.variants.empty() ? std::optional(noVariant()) : std::nullopt;
    }
    return std::nullopt;
}

/// Whether what a stage makes is there. Export and Device leave nothing in a project.
bool isMade(Stage stage, const Project& project)
{
    switch (stage) {
    case Stage::Data:
        return !missingData(project);
    case Stage::Network:
        return project.trained && project.trained->design == project.design;
    case Stage::Train:
        return project.trained != nullptr;
    case Stage::Compress:
        return std::any_of(project.variants.begin(), project.variants.end(), isCompressed);
    case Stage::Export:
    case Stage::Device:
        return false;
    }
    return false;
}

/// Whether a stage works with what the last training left.
bool followsTraining(Stage stage)
{
    return stage >= Stage::Train;
}

}

StageState stateOf(Stage stage, const Project& project)
{
    if (missingFor(stage, project))
        return StageState::Empty;
    if (followsTraining(stage) && project.trained && changeSinceTraining(project))
        return StageState::Stale;
    return isMade(stage, project) ? StageState::Done : StageState::Ready;
}

std::optional<Message> reasonFor(Stage stage, const Project& project)
{
    switch (stateOf(stage, project)) {
    case StageState::Empty:
        return missingFor(stage, project);
    case StageState::Stale:
        return changeSinceTraining(project);
    case StageState::Ready:
    case StageState::Done:
        break;
    }
    return std::nullopt;
}

}
