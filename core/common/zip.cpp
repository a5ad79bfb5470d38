#include "common/zip.h"

#include <memory>
#include <optional>
#include <zip.h>

namespace broto {

namespace {

constexpr zip_uint16_t fixedDate = 0x0021; // 1 January 1980, the first day a ZIP can hold
constexpr zip_uint16_t fixedTime = 0x6000; // noon: no time zone turns it into another day or a time that does not exist
constexpr zip_uint32_t deflateLevel = 6;
constexpr std::size_t pieceBytes = 1 << 16;

struct CloseZip {
    void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Zip = std::unique_ptr<zip_t, CloseZip>;
using Source = std::unique_ptr<zip_source_t, FreeSource>;

Message cannotPack()
{
    return message("common.cannot-pack",
                   BROTO_TEXT("core", "The files could not be packed into one: there is not enough memory. "
                                      "Close other programs and try again."));
}

bool addEntry(zip_t* zip, const ArchiveEntry& entry)
{
    zip_source_t* content = zip_source_buffer(zip, entry.bytes.data(), entry.bytes.size(), 0);
    const zip_int64_t index = content ? zip_file_add(zip, entry.name.c_str(), content, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
        if (content)
            zip_source_free(content);
        return false;
    }
    const auto position = static_cast<zip_uint64_t>(index);
    return zip_set_file_compression(zip, position, ZIP_CM_DEFLATE, deflateLevel) == 0 &&
           zip_file_set_dostime(zip, position, fixedTime, fixedDate, 0) == 0;
}

std::optional<std::string> contentOf(zip_source_t* source)
{
    if (zip_source_open(source) != 0)
        return std::nullopt;
    std::string bytes;
    std::string piece(pieceBytes, '\0');
    zip_int64_t count = 0;
    while ((count = zip_source_read(source, piece.data(), piece.size())) > 0)
        bytes.append(piece, 0, static_cast<std::size_t>(count));
    zip_source_close(source);
    return count < 0 ? std::nullopt : std::optional(std::move(bytes));
}

}

Result<std::string> packedZip(const std::vector<ArchiveEntry>& entries)
{
    const Source target(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    if (!target)
        return cannotPack();
    zip_source_keep(target.get()); // zip_close gives its own reference back; the bytes are read after that
    Zip zip(zip_open_from_source(target.get(), ZIP_TRUNCATE, nullptr));
    if (!zip) {
        zip_source_free(target.get());
        return cannotPack();
    }
    for (const ArchiveEntry& entry : entries)
        if (!addEntry(zip.get(), entry))
            return cannotPack();
    if (zip_close(zip.get()) != 0)
        return cannotPack();
    (void)zip.release();

    std::optional<std::string> bytes = contentOf(target.get());
    if (!bytes)
        return cannotPack();
    return std::move(*bytes);
}

}
