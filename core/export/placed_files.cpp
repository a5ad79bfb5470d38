#include "export/placed_files.h"

#include "common/fingerprint.h"
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

Result<void> placeFile(const ExportedFile& file, const fs::path& path)
{
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (!fs::is_directory(path.parent_path(), error))
        return message("export.cannot-make-folder",
                       BROTO_TEXT("core", "The folder %1 cannot be made. Choose another place."),
                       path.parent_path().string());
    if (hasBytes(path, file.bytes))
        return {};
    return writeFileAtomically(path, file.bytes, Flush::Later);
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
    for (const fs::directory_entry& entry : fs::directory_iterator(exports, error))
        folders.emplace_back(fs::last_write_time(entry.path(), error), entry.path());
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

Result<std::vector<fs::path>> placeFiles(const ExportedFiles& files, const fs::path& folder)
{
    for (const ExportedFile& file : files)
        if (const Result<void> placed = placeFile(file, folder / fromUtf8(file.path)); !placed)
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
