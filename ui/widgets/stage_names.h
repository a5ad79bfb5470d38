#pragma once

#include "project/stage.h"

#include <QString>

#include <array>

namespace broto::ui {

inline constexpr std::array allStages = {Stage::Data,     Stage::Network, Stage::Train,
                                         Stage::Compress, Stage::Export,  Stage::Device};

QString stageName(Stage stage); ///< in the language of the window
QString stageIcon(Stage stage); ///< a name for icon() and explanationOf()

}
