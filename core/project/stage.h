#pragma once

#include "project/project.h"

#include <optional>

namespace broto {

/// The six stages, everywhere in this order and by these words.
enum class Stage { Data, Network, Train, Compress, Export, Device };

enum class StageState {
    Empty, ///< nothing there yet, or an earlier stage is missing
    Ready, ///< can be done now
    Stale, ///< done, but with something that has changed since
    Done,
};

/// Pure functions of the project: the window only shows them. Network is done when the design has been trained,
/// Compress when there is a compressed model. Export and Device leave nothing in a project, so they are never done.
StageState stateOf(Stage stage, const Project& project);

/// Why a stage is empty or stale and what to do about it; nothing when it is ready or done.
std::optional<Message> reasonFor(Stage stage, const Project& project);

}
