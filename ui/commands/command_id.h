#pragma once

namespace broto::ui {

/// Tells the commands that merge with their own kind apart.
enum class CommandId { ChangeSplit = 1, ChangeNetworkDesign, ChangeTrainingSettings };

}
