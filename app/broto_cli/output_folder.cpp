#include "output_folder.h"

#include "export/placed_files.h"
#include "project_input.h"

namespace broto {

namespace {

Result<void> nothingIsLost(const ExportedFiles& files, const std::filesystem::path& folder)
{
    const ExportedFiles others = filesThatDiffer(files, folder);
    if (others.empty())
        return {};
    const std::string first = textOf(folder / others.front().path);
    if (others.size() == 1)
        return message("cli.file-exists",
                       BROTO_TEXT("cli",
                                  "%1 is there already, and it is different. Replace it with --replace, or choose "
                                  "another folder with -o."),
                       first);
    return message("cli.files-exist",
                   BROTO_TEXT("cli",
                              "%1 and %2 more files are there already, and they are different. Replace them with "
                              "--replace, or choose another folder with -o."),
                   first, others.size() - 1);
}

}

Result<void> writeFiles(const ExportedFiles& files, const std::filesystem::path& folder, Existing existing)
{
    if (const std::optional<Message> problem = inTheWay(files, folder))
        return *problem;
    if (existing == Existing::Keep)
        if (const Result<void> kept = nothingIsLost(files, folder); !kept)
            return kept;
    const auto placed = placeFiles(files, folder);
    return placed ? Result<void>() : placed.error();
}

}
