#pragma once

#include "data/reading_progress.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace broto {

/// What one pass over a file's bytes tells about them.
struct ByteSurvey {
    bool blank = true; ///< nothing but white space
    bool anyNul = false;
    std::size_t sequences = 0;  ///< characters of UTF-8 that take more than one byte
    std::size_t wrongBytes = 0; ///< bytes that are no part of UTF-8
    std::size_t firstWrongByte = 0;
    std::uint64_t fingerprint = 0;
};

/// Nothing when the run is to end.
std::optional<ByteSurvey> surveyBytes(std::string_view bytes, ReadingProgress& progress);

/// Length of the valid UTF-8 sequence of more than one byte at the start of `bytes`, or 0.
std::size_t sequenceLength(std::string_view bytes);

}
