#include "fuzz_target.h"
#include "project/project_file.h"
#include "project/recovery_place.h"
#include "project/workflow.h"
#include "require.h"

#include <fstream>
#include <string>

using namespace broto;

namespace {

/// A place where a small project was put aside, with its table.
struct LeftPlace {
    LeftPlace()
    {
        require(place.write(project, {"a.broto", "/home/a.broto", FileStamp{3, 4}, 5}, Flush::Later).ok(),
                "a project can be put aside");
    }

    /// As if that had been written last.
    void leave(const std::string& edits) const
    {
        std::ofstream(place.file(), std::ios::binary | std::ios::trunc) << edits;
    }

    TemporaryFolder folder = TemporaryFolder::make("fuzz").value();
    Project project = projectWithData("a.csv", "a,y\n1,2\n2,4\n3,6\n4,8\n5,10\n6,12\n").value();
    RecoveryPlace place = RecoveryPlace::make(folder.path() / "left").value();
    RecoveryPlace other = RecoveryPlace::make(folder.path() / "other").value();
};

/// By its first letter an input is the whole file, the note in it, or the name that the note has there.
std::string editsOf(const Project& project, const std::string& input)
{
    const std::string rest = input.empty() ? input : input.substr(1);
    if (!input.empty() && input[0] == 'z')
        return rest;
    std::vector<ArchiveEntry> entries = projectEntries(project, Tables::LeftOut).value();
    if (!input.empty() && input[0] == 'n')
        entries.push_back({rest.substr(0, 100), "{}"});
    else
        entries.push_back({"recovery.json", rest});
    const Result<std::string> archive = packedZip(entries); // none with two entries of one name
    return archive ? *archive : std::string();
}

}

/// What a program that ended unasked has left: damaged, cut off, or written by somebody else. What comes back can be
/// put aside again, and is the same then.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static LeftPlace left;
    left.leave(editsOf(left.project, {reinterpret_cast<const char*>(data), size}));
    const Result<RecoveryNote> note = left.place.note();
    const Result<Project> project = left.place.read();
    require(note.ok() || !project.ok(), "a project comes with its note");
    if (!note)
        return 0;
    require(note->secondsSince1970 >= 0 && (!note->stamp || note->stamp->bytes >= 0), "a note tells a time and a size");
    if (!project)
        return 0;
    require(left.other.write(*project, *note, Flush::Later).ok(), "what came back can be put aside again");
    const Result<RecoveryNote> noteAgain = left.other.note();
    const Result<Project> again = left.other.read();
    require(noteAgain.ok() && again.ok(), "what was put aside again comes back");
    require(*projectBytes(*again) == *projectBytes(*project), "it is the same project");
    return 0;
}
