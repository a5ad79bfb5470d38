#include "export/file_batch.h"

#include <system_error>

namespace broto {

namespace fs = std::filesystem;

namespace {

/// Where even that fails, the new bytes stay, which are whole. A link to what was new stays, as it was there.
void restore(const fs::path& path, const std::optional<std::string>& before)
{
    std::error_code error;
    if (before)
        static_cast<void>(writeFileAtomically(path, *before, Flush::Later));
    else
        fs::remove(fs::canonical(path, error), error);
}

}

FileBatch::~FileBatch()
{
    if (m_isDone)
        return;
    for (std::size_t i = m_placed; i > 0; --i)
        restore(m_files[i - 1].path, m_files[i - 1].before);
    m_files.clear(); // and so what is beside their places
    std::error_code error;
    for (auto folder = m_folders.rbegin(); folder != m_folders.rend(); ++folder)
        fs::remove(*folder, error); // only an empty one goes
}

Result<void> FileBatch::makeFolders(const fs::path& folder)
{
    std::error_code error;
    std::vector<fs::path> missing;
    for (fs::path above = folder; !above.empty() && !fs::exists(above, error); above = above.parent_path())
        missing.push_back(above);
    for (auto each = missing.rbegin(); each != missing.rend(); ++each)
        if (fs::create_directory(*each, error))
            m_folders.push_back(*each);
    if (folder.empty() || fs::is_directory(folder, error))
        return {};
    return message("export.cannot-make-folder",
                   BROTO_TEXT("core", "The folder %1 cannot be made. Choose another place."), folder.string());
}

Result<void> FileBatch::write(const fs::path& path, std::string_view bytes)
{
    if (Result<void> made = makeFolders(path.parent_path()); !made)
        return made;
    std::error_code error;
    std::optional<std::string> before;
    if (fs::exists(path, error)) {
        Result<std::string> there = readFile(path);
        if (!there)
            return there.error();
        before = std::move(*there);
    }
    Result<StagedFile> staged = StagedFile::write(path, bytes, Flush::Later);
    if (!staged)
        return staged.error();
    m_files.push_back({path, std::move(*staged), std::move(before)});
    return {};
}

Result<void> FileBatch::place()
{
    for (File& file : m_files) {
        if (Result<void> placed = file.staged.place(); !placed)
            return placed;
        ++m_placed;
    }
    m_isDone = true;
    return {};
}

}
