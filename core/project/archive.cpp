#include "project/archive.h"

#include "project/damage.h"

#include <memory>
#include <set>
#include <zip.h>

namespace broto {

namespace {

constexpr std::size_t pieceBytes = 1 << 16;

struct CloseZip {
    void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Zip = std::unique_ptr<zip_t, CloseZip>;
using ZipFile = std::unique_ptr<zip_file_t, CloseFile>;

Message tooLarge()
{
    return message(
        "project.too-large",
        BROTO_TEXT("core", "The project is too large: a project file holds at most %1 MiB. Use a smaller table."),
        mostArchiveBytes >> 20);
}

Result<std::string> unpackEntry(zip_t* zip, zip_uint64_t index, const std::string& name, std::size_t most)
{
    const ZipFile file(zip_fopen_index(zip, index, 0));
    if (!file)
        return damage::unreadableEntry(name);
    std::string bytes;
    std::string piece(pieceBytes, '\0');
    zip_int64_t count = 0;
    while ((count = zip_fread(file.get(), piece.data(), piece.size())) > 0) {
        if (bytes.size() + static_cast<std::size_t>(count) > most)
            return damage::tooMuch(mostArchiveBytes >> 20);
        bytes.append(piece, 0, static_cast<std::size_t>(count));
    }
    if (count < 0)
        return damage::unreadableEntry(name);
    return bytes;
}

}

Result<std::string> packArchive(const std::vector<ArchiveEntry>& entries)
{
    std::size_t total = 0;
    for (const ArchiveEntry& entry : entries)
        total += entry.bytes.size();
    if (total > mostArchiveBytes || entries.size() > mostArchiveEntries)
        return tooLarge();
    return packedZip(entries);
}

Result<std::vector<ArchiveEntry>> unpackArchive(std::string_view bytes, std::size_t mostBytes)
{
    if (bytes.empty()) // an empty archive to libzip
        return damage::notAnArchive();
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    const Zip zip(source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr) : nullptr);
    if (!zip) {
        if (source)
            zip_source_free(source);
        return damage::notAnArchive();
    }
    const zip_int64_t count = zip_get_num_entries(zip.get(), 0);
    if (count < 0 || static_cast<std::size_t>(count) > mostArchiveEntries)
        return damage::notAnArchive();

    std::vector<ArchiveEntry> entries;
    std::set<std::string> names;
    std::size_t total = 0;
    for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(count); ++index) {
        const char* name = zip_get_name(zip.get(), index, ZIP_FL_ENC_GUESS);
        if (!name || !names.insert(name).second)
            return damage::notAnArchive();
        if (names.rbegin()->empty())
            return damage::notAnArchive();
        Result<std::string> content = unpackEntry(zip.get(), index, name, mostBytes - total);
        if (!content)
            return content.error();
        total += content->size();
        entries.push_back({name, std::move(*content)});
    }
    return entries;
}

}
