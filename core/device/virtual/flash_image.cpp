#include "device/virtual/flash_image.h"

#include "device/virtual_board.h"
#include "platform/file.h"

#include <system_error>

namespace broto {

namespace {

constexpr int largestNumber = 64;

std::optional<FileLock> lockFor(const std::filesystem::path& image)
{
    std::error_code ignored; // the lock tells
    if (image.has_parent_path())
        std::filesystem::create_directories(image.parent_path(), ignored);
    std::filesystem::path lockFile = image;
    lockFile += ".lock"; // the image itself is replaced at every save
    return FileLock::take(lockFile);
}

Message inUse(const std::filesystem::path& image)
{
    return message("device.image-in-use",
                   BROTO_TEXT("core", "The flash image %1 belongs to a virtual board that is running, or its folder "
                                      "cannot be written to. Choose another file."),
                   image.string());
}

}

Result<FlashImage> FlashImage::claim(std::string_view boardId, const std::optional<std::filesystem::path>& file)
{
    if (file) {
        std::optional<FileLock> lock = lockFor(*file);
        return lock ? Result<FlashImage>(FlashImage(*file, 1, std::move(*lock))) : inUse(*file);
    }
    for (int number = 1; number <= largestNumber; ++number) {
        const std::filesystem::path image = virtualBoardImage(boardId, number);
        if (std::optional<FileLock> lock = lockFor(image))
            return FlashImage(image, number, std::move(*lock));
    }
    return inUse(virtualBoardImage(boardId));
}

Result<std::optional<std::string>> FlashImage::load(std::size_t size)
{
    std::error_code ignored;
    if (!std::filesystem::exists(m_path, ignored))
        return std::optional<std::string>();
    Result<std::string> bytes = readFile(m_path);
    if (!bytes)
        return bytes.error();
    if (bytes->size() != size)
        return message("device.not-a-flash-image",
                       BROTO_TEXT("core", "%1 is no flash image of this board: it has %2 bytes, not %3. Choose another "
                                          "file."),
                       m_path.string(), bytes->size(), size);
    m_saved = *bytes;
    return std::optional(std::move(*bytes));
}

Result<void> FlashImage::save(std::string_view flash)
{
    if (flash == m_saved)
        return {};
    // The machine stands still meanwhile, so not for long.
    Result<void> written = writeFileAtomically(m_path, flash, Flush::Later);
    if (written)
        m_saved = flash;
    return written;
}

Result<void> FlashImage::saveWhenSettled(std::string_view flash)
{
    if (flash == m_saved)
        return {};
    if (flash == m_lastSeen)
        return save(flash);
    m_lastSeen = flash;
    return {};
}

}
