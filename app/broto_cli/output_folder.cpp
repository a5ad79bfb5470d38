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

Result<std::vector<std::string>> writeFiles(const ExportedFiles& files, const std::filesystem::path& folder)
{
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
