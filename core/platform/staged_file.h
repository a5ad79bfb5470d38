#pragma once

#include "platform/file.h"

#include <memory>

namespace broto {

/// A file that is written beside its place and then moved there, in one step. What was not placed is gone when this
/// goes.
class StagedFile {
public:
    /// Fails where the place is none for a file, or cannot be written.
    static Result<StagedFile> write(const std::filesystem::path& path, std::string_view bytes, Flush flush);
    StagedFile(StagedFile&&) noexcept;
    StagedFile& operator=(StagedFile&&) noexcept;
    ~StagedFile();

    Result<void> place();

private:
    struct Part;
    explicit StagedFile(std::unique_ptr<Part> part);

    std::unique_ptr<Part> m_part;
};

}
