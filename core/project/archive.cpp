#include "project/archive.h"

#include "project/damage.h"

#include <memory>
#include <set>
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
struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Zip = std::unique_ptr<zip_t, CloseZip>;
using ZipFile = std::unique_ptr<zip_file_t, CloseFile>;
using Source = std::unique_ptr<zip_source_t, FreeSource>;

Message cannotPack()
{
    return message("project.cannot-pack",
                   BROTO_TEXT("core", "The project could not be packed: there is not enough memory. "
                                      "Close other programs and save again."));
}

Message tooLarge()
{
    return message(
        "project.too-large",
        BROTO_TEXT("core", "The project is too large: a project file holds at most %1 MiB. Use a smaller table."),
        mostArchiveBytes >> 20);
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
