#include "project/recovery_place.h"

#include "common/fingerprint.h"
#include "platform/paths.h"
#include "platform/termination.h"
#include "project/archive.h"
#include "project/checked_json.h"
#include "project/damage.h"
#include "project/project_file.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace broto {

namespace {

const std::string noteName = "recovery.json";
const std::string lockName = "lock";
const std::string editsName = "edits.zip";
const std::string tableSuffix = ".table";

Message cannotPutAside(const std::filesystem::path& folder)
{
    return message("project.no-recovery-place",
                   BROTO_TEXT("core", "Nothing can be put into the folder %1. Make it one that you can write to."),
                   folder.string());
}

/// Tables are told apart by what is in them.
std::string tableFileName(std::uint64_t fingerprint)
{
    return hexadecimal(fingerprint) + tableSuffix;
}

Json jsonOf(const RecoveryNote& note, const Project& project)
{
    Json json = {{"name", note.name}, {"file", note.file}, {"seconds", note.secondsSince1970}, {"stamp", nullptr}};
    if (note.stamp)
        json["stamp"] = {{"bytes", note.stamp->bytes}, {"modifiedNs", note.stamp->modifiedNs}};
    json["tables"] = Json::array();
    for (const auto& [name, table] : tablesOf(project))
        json["tables"].push_back({{"name", name}, {"fingerprint", hexadecimal(table->table->fingerprint)}});
    return json;
}

RecoveryNote noteFrom(const CheckedJson& json)
{
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    RecoveryNote note;
    note.name = json["name"].text();
    note.file = json["file"].text();
    note.secondsSince1970 = json["seconds"].integer(0, most);
    if (const CheckedJson stamp = json["stamp"]; !stamp.isNull())
        note.stamp = FileStamp{stamp["bytes"].integer(0, most), stamp["modifiedNs"].integer(-most, most)};
    return note;
}

/// All that was put aside but the tables.
struct Edits {
    std::vector<ArchiveEntry> entries;
    RecoveryNote note;
    std::vector<std::pair<std::string, std::uint64_t>> tables; ///< name in the project, fingerprint
};

Result<Edits> editsIn(const std::filesystem::path& file)
{
    const Result<std::string> bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    Result<std::vector<ArchiveEntry>> entries = unpackArchive(*bytes);
    if (!entries)
        return entries.error();
    const auto entry = std::ranges::find(*entries, noteName, &ArchiveEntry::name);
    if (entry == entries->end())
        return damage::missingEntry(noteName);
    const std::optional<Json> document = parseJson(entry->bytes);
    if (!document)
        return damage::notJson();
    DamageReport report;
    const CheckedJson json(*document, report);
    Edits edits;
    edits.note = noteFrom(json);
    for (const CheckedJson& table : json["tables"].items())
        edits.tables.emplace_back(table["name"].text(), table["fingerprint"].hexadecimal());
    if (report.any())
        return report.first();
    entries->erase(entry);
    edits.entries = std::move(*entries);
    return edits;
}

/// Tables that were put aside earlier and are not the project's any more.
void removeOtherTables(const std::filesystem::path& folder, const std::set<std::string>& kept)
{
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), none; entry != none; entry.increment(error)) {
        std::error_code ignored;
        if (entry->path().extension() == tableSuffix && !kept.contains(entry->path().filename().string()))
            std::filesystem::remove(entry->path(), ignored);
    }
}

}

Result<RecoveryPlace> RecoveryPlace::make(const std::filesystem::path& folder)
{
    constexpr int mostAttempts = 100;
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        const auto own = folder / (std::to_string(thisProcess()) + "-" + std::to_string(attempt));
        if (!std::filesystem::create_directory(own, error)) {
            if (error)
                break;
            continue; // another window of this process, or one that had its number before
        }
        if (std::optional<FileLock> lock = FileLock::take(own / lockName))
            return RecoveryPlace(own, std::move(*lock));
        if (!FileLock::held(own / lockName)) // where a file system knows no locks
            std::filesystem::remove_all(own, error);
    }
    return cannotPutAside(folder);
}

std::vector<RecoveryPlace> RecoveryPlace::left(const std::filesystem::path& folder)
{
    std::vector<std::pair<std::filesystem::file_time_type, RecoveryPlace>> found;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), none; entry != none; entry.increment(error)) {
        std::error_code noFolder, noEdits;
        if (entry->is_symlink(noFolder) || !entry->is_directory(noFolder))
            continue;
        std::optional<FileLock> lock = FileLock::take(entry->path() / lockName);
        if (!lock)
            continue; // a program works there
        RecoveryPlace place(entry->path(), std::move(*lock));
        const auto time = std::filesystem::last_write_time(place.file(), noEdits);
        if (!noEdits)
            found.emplace_back(time, std::move(place));
    }
    std::ranges::sort(found, [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<RecoveryPlace> places;
    for (auto& [time, place] : found)
        places.push_back(std::move(place));
    return places;
}

RecoveryPlace::RecoveryPlace(RecoveryPlace&& other) noexcept
    : m_folder(std::exchange(other.m_folder, {})),
      m_lock(std::move(other.m_lock)),
      m_flushed(std::move(other.m_flushed))
{
}

RecoveryPlace& RecoveryPlace::operator=(RecoveryPlace&& other) noexcept
{
    std::swap(m_folder, other.m_folder);
    std::swap(m_lock, other.m_lock);
    std::swap(m_flushed, other.m_flushed);
    return *this;
}

RecoveryPlace::~RecoveryPlace()
{
    std::error_code ignored;
    if (!m_folder.empty() && !std::filesystem::exists(file(), ignored))
        std::filesystem::remove_all(m_folder, ignored);
}

std::filesystem::path RecoveryPlace::file() const
{
    return m_folder / editsName;
}

/// A table is written once. Before a job it was left to the system when it reaches the disk, and so it may have been by
/// the program that left it.
Result<void> RecoveryPlace::putTable(const DataSource& table, const std::filesystem::path& place, Flush flush)
{
    const std::string name = place.filename().string();
    const std::optional<FileStamp> there = fileStamp(place);
    Result<void> put;
    if (!there || there->bytes != static_cast<std::int64_t>(table.bytes->view().size())) {
        if (const std::optional<Message> loss = lossOf(table))
            return *loss;
        m_flushed.erase(name);
        put = writeFileAtomically(place, table.bytes->view(), flush);
    } else if (flush == Flush::Now && !m_flushed.contains(name)) {
        put = flushFile(place);
    }
    if (put && flush == Flush::Now)
        m_flushed.insert(name);
    return put;
}

Result<void> RecoveryPlace::write(const Project& project, const RecoveryNote& note, Flush flush)
{
    std::set<std::string> tables;
    for (const auto& [name, table] : tablesOf(project)) {
        const std::filesystem::path place = m_folder / tableFileName(table->table->fingerprint);
        tables.insert(place.filename().string());
        if (const Result<void> put = putTable(*table, place, flush); !put)
            return put;
    }
    Result<std::vector<ArchiveEntry>> entries = projectEntries(project, Tables::LeftOut);
    if (!entries)
        return entries.error();
    entries->push_back({noteName, jsonOf(note, project).dump(1, ' ', false, Json::error_handler_t::replace)});
    const Result<std::string> bytes = packArchive(*entries);
    if (!bytes)
        return bytes.error();
    const Result<void> written = writeFileAtomically(file(), *bytes, flush);
    if (written)
        removeOtherTables(m_folder, tables);
    return written;
}

Result<RecoveryNote> RecoveryPlace::note() const
{
    const Result<Edits> edits = editsIn(file());
    return edits ? Result<RecoveryNote>(edits->note) : edits.error();
}

Result<Project> RecoveryPlace::read() const
{
    Result<Edits> edits = editsIn(file());
    if (!edits)
        return edits.error();
    for (const auto& [name, fingerprint] : edits->tables) {
        Result<std::string> table = readFile(m_folder / tableFileName(fingerprint));
        if (!table)
            return table.error();
        if (fileFingerprint(*table) != fingerprint)
            return damage::unreadableEntry(name);
        edits->entries.push_back({name, std::move(*table)});
    }
    return projectFromEntries(std::move(edits->entries));
}

void RecoveryPlace::clear()
{
    std::error_code ignored;
    std::filesystem::remove(file(), ignored); // first: the tables alone are nothing
    removeOtherTables(m_folder, {});
}

std::filesystem::path recoveryFolder()
{
    return stateFolder() / "recovery";
}

}
