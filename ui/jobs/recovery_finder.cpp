#include "ui/jobs/recovery_finder.h"

#include <algorithm>

namespace broto::ui {

namespace {

LeftProject leftIn(RecoveryPlace place)
{
    LeftProject left{std::make_shared<RecoveryPlace>(std::move(place)), {}, {}, {}};
    const Result<RecoveryNote> note = left.place->note();
    if (!note) {
        left.damage = note.error();
        return left;
    }
    left.note = *note;
    const std::optional<FileStamp> now = note->file.empty() ? std::nullopt : fileStamp(note->file);
    if (now && now != note->stamp)
        left.saved = now;
    return left;
}

}

void RecoveryFinder::search(const std::filesystem::path& folder)
{
    ownRunner().start(
        JobKind::Look,
        [folder](const RunControl&) -> Result<std::vector<LeftProject>> {
            std::vector<LeftProject> found;
            for (RecoveryPlace& place : RecoveryPlace::left(folder))
                found.push_back(leftIn(std::move(place)));
            return found;
        },
        [this](Result<std::vector<LeftProject>> result) {
            if (!result)
                return; // memory was short: they are offered at the next start
            m_found = *std::move(result);
            emit foundChanged();
        });
}

void RecoveryFinder::cancel()
{
    ownRunner().cancel();
}

void RecoveryFinder::forget(const std::shared_ptr<RecoveryPlace>& place)
{
    std::erase_if(m_found, [&](const LeftProject& left) { return left.place == place; });
    emit foundChanged();
}

}
