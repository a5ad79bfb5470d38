#pragma once

#include "project/recovery_place.h"

#include <memory>
#include <optional>

namespace broto::ui {

/// What a program has left that ended without being asked to. Nobody else is offered it while this lives.
struct LeftProject {
    std::shared_ptr<RecoveryPlace> place;
    RecoveryNote note;
    std::optional<Message> damage;  ///< why it cannot be opened; then nothing is known of it
    std::optional<FileStamp> saved; ///< the project's own file, where it has been written since
};

}
