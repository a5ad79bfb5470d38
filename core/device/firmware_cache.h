#pragma once

#include "device/firmware.h"

#include <optional>
#include <string_view>

namespace broto {

/// Programs that were compiled before, in the user's cache: the same sources for the same board by the same compiler
/// are the same program. Keeps the latest few.
class FirmwareCache {
public:
    FirmwareCache(const ExportedFiles& sources, const Board& board, std::string_view compilerVersion);

    /// Copies it to `folder`. Nothing: it was not compiled yet, or what was kept is no longer whole.
    std::optional<Firmware> load(const std::filesystem::path& folder) const;

    /// Nothing depends on whether this works.
    void store(const Firmware& firmware) const;

private:
    std::filesystem::path m_kept;
};

}
