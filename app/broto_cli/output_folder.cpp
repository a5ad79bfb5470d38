#include "output_folder.h"

#include "platform/file.h"
#include "project_input.h"

namespace broto {

Result<void> makeFolder(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (std::filesystem::is_directory(folder, error))
        return {};
    return message("cli.cannot-make-folder",
                   BROTO_TEXT("cli", "The folder %1 cannot be made. Choose another one with -o."), textOf(folder));
}

namespace {

/// A file that is there and would be lost. One with the same bytes is not.
Result<void> nothingIsLost(const ExportedFiles& files, const std::filesystem::path& folder)
{
    std::string first;
    std::int64_t others = -1;
    for (const ExportedFile& file : files) {
        const std::filesystem::path path = folder / file.path;
        std::error_code error;
        if (!std::filesystem::exists(path, error))
            continue;
        const Result<std::string> bytes = readFile(path);
        if (bytes && *bytes == file.bytes)
            continue;
        if (++others == 0)
            first = textOf(path);
    }
    if (first.empty())
        return {};
    if (others == 0)
        return message("cli.file-exists",
                       BROTO_TEXT("cli",
                                  "%1 is there already, and it is different. Replace it with --replace, or choose "
                                  "another folder with -o."),
                       first);
    return message("cli.files-exist",
                   BROTO_TEXT("cli",
                              "%1 and %2 more files are there already, and they are different. Replace them with "
                              "--replace, or choose another folder with -o."),
                   first, others);
}

}

Result<std::vector<std::string>> writeFiles(const ExportedFiles& files, const std::filesystem::path& folder,
                                            Existing existing)
{
    if (existing == Existing::Keep)
        if (const Result<void> kept = nothingIsLost(files, folder); !kept)
            return kept.error();
    std::vector<std::string> paths;
    for (const ExportedFile& file : files) {
        const std::filesystem::path path = folder / file.path;
        if (const Result<void> made = makeFolder(path.parent_path()); !made)
            return made.error();
        if (const Result<void> written = writeFileAtomically(path, file.bytes); !written)
            return written.error();
        paths.push_back(textOf(path));
    }
    return paths;
}

}
