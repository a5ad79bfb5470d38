#include "export/placed_files.h"

#include "common/fingerprint.h"
#include "export/file_batch.h"
#include "platform/file.h"
#include "platform/paths.h"

#include <algorithm>
#include <iterator>
#include <system_error>

namespace broto {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t mostFoldersKept = 50;

fs::path fromUtf8(std::string_view path)
{
    return fs::path(std::u8string(path.begin(), path.end()));
}

bool hasBytes(const fs::path& path, const std::string& bytes)
{
    std::error_code error;
    if (fs::file_size(path, error) != bytes.size() || error)
        return false;
    const Result<std::string> there = readFile(path);
    return there && *there == bytes;
}

void addOnce(std::vector<std::string>& names, const std::string& name)
{
    if (std::find(names.begin(), names.end(), name) == names.end())
        names.push_back(name);
}

/// All but the newest ones go.
void forgetOld(const fs::path& exports)
{
    std::error_code error;
    std::vector<std::pair<fs::file_time_type, fs::path>> folders;
    for (fs::directory_iterator entry(exports, error); !error && entry != fs::directory_iterator();
         entry.increment(error))
        folders.emplace_back(fs::last_write_time(entry->path(), error), entry->path());
    std::sort(folders.begin(), folders.end(), std::greater<>());
    for (std::size_t i = mostFoldersKept; i < folders.size(); ++i)
        fs::remove_all(folders[i].second, error);
}

}

std::vector<std::string> topNames(const ExportedFiles& files)
{
    std::vector<std::string> names;
    for (const ExportedFile& file : files)
        addOnce(names, file.path.substr(0, file.path.find('/')));
    return names;
}

ExportedFiles filesThatDiffer(const ExportedFiles& files, const fs::path& folder)
{
    ExportedFiles others;
    std::copy_if(files.begin(), files.end(), std::back_inserter(others), [&folder](const ExportedFile& file) {
        std::error_code error;
        const fs::path path = folder / fromUtf8(file.path);
        return fs::exists(path, error) && !hasBytes(path, file.bytes);
    });
    return others;
}

std::vector<std::string> namesThatDiffer(const ExportedFiles& files, const fs::path& folder)
{
    return topNames(filesThatDiffer(files, folder));
}

std::optional<Message> inTheWay(const ExportedFiles& files, const fs::path& folder)
{
    std::error_code error;
    for (const ExportedFile& file : files) {
        const fs::path path = folder / fromUtf8(file.path);
        if (fs::is_directory(path, error))
            return message("export.folder-in-the-way",
                           BROTO_TEXT("core",
                                      "%1 is a folder, and a file of that name is to be written. Move it away, or "
                                      "choose another place."),
                           path.string());
        for (fs::path above = path.parent_path(); above != above.parent_path(); above = above.parent_path())
            if (fs::exists(above, error) && !fs::is_directory(above, error))
                return message("export.file-in-the-way",
                               BROTO_TEXT("core", "%1 is a file, and a folder of that name is needed. Move it away, or "
                                                  "choose another place."),
                               above.string());
    }
    return std::nullopt;
}

Result<std::vector<fs::path>> placeFiles(const ExportedFiles& files, const fs::path& folder)
{
    if (std::optional<Message> problem = inTheWay(files, folder))
        return *problem;
    FileBatch batch;
    for (const ExportedFile& file : files) {
        const fs::path path = folder / fromUtf8(file.path);
        if (hasBytes(path, file.bytes))
            continue;
        if (const Result<void> written = batch.write(path, file.bytes); !written)
            return written.error();
    }
    if (const Result<void> placed = batch.place(); !placed)
        return placed.error();
    std::vector<fs::path> paths;
    for (const std::string& name : topNames(files))
        paths.push_back(folder / fromUtf8(name));
    return paths;
}

Result<std::vector<fs::path>> placeForOthers(const ExportedFiles& files)
{
    Fingerprint fingerprint;
    for (const ExportedFile& file : files)
        fingerprint.add(file.path).add({"", 1}).add(file.bytes).add({"", 1});
    const fs::path exports = cacheFolder() / "exports";
    const fs::path folder = exports / hexadecimal(fingerprint.value());
    Result<std::vector<fs::path>> placed = placeFiles(files, folder);
    std::error_code error;
    fs::last_write_time(folder, fs::file_time_type::clock::now(), error); // the newest, though nothing was written
    forgetOld(exports);
    return placed;
}

}
