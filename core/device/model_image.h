#pragma once

#include "boards/board.h"
#include "common/result.h"
#include "compression/deployable_model.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace broto {

/// What a prepared program has room for.
struct ImageRoom {
    std::size_t bytes = 0;     ///< of flash for the image
    std::size_t alignment = 1; ///< of the numbers in it
    int features = 0;
    int activations = 0; ///< of the widest layer, inputs included
    int outputs = 0;
};

/// An integer model as the data that core/runtime/model_image.h runs. Fails with what does not fit, and for models that
/// a prepared program cannot run: floats and streams.
Result<std::string> modelImage(const DeployableModel& model, std::string_view projectName, const Board& board,
                               const ImageRoom& room);

}
