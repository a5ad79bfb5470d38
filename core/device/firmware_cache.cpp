#include "device/firmware_cache.h"

#include "common/fingerprint.h"
#include "platform/file.h"
#include "platform/paths.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <vector>

namespace broto {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t mostKept = 24;
constexpr std::string_view summaryFile = ".summary.json";

struct NamedForm {
    FirmwareForm form;
    const char* name;
};
constexpr NamedForm forms[] = {
    {FirmwareForm::Hex, "hex"}, {FirmwareForm::Elf, "elf"}, {FirmwareForm::Bin, "bin"}, {FirmwareForm::Uf2, "uf2"}};

fs::path cachedFirmware()
{
    return cacheFolder() / "firmware";
}

/// The files of a folder that belong to the program of that name.
std::vector<fs::path> filesOf(const std::string& name, const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error); entry != fs::directory_iterator(); entry.increment(error))
        if (entry->is_regular_file(error) && entry->path().filename().string().starts_with(name + '.'))
            files.push_back(entry->path());
    return files;
}

std::int64_t numberIn(const json& summary, const char* name)
{
    const auto found = summary.find(name);
    return found != summary.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

std::string textIn(const json& summary, const char* name)
{
    const auto found = summary.find(name);
    return found != summary.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool copyFile(const fs::path& from, const fs::path& to)
{
    const auto bytes = readFile(from);
    return bytes && writeFileAtomically(to, *bytes, Flush::Later);
}

void forgetTheOldest()
{
    std::error_code error;
    std::vector<std::pair<fs::file_time_type, fs::path>> kept;
    for (fs::directory_iterator entry(cachedFirmware(), error); entry != fs::directory_iterator();
         entry.increment(error))
        kept.emplace_back(entry->last_write_time(error), entry->path());
    std::sort(kept.begin(), kept.end());
    for (std::size_t i = 0; i + mostKept < kept.size(); ++i)
        fs::remove_all(kept[i].second, error);
}

}

FirmwareCache::FirmwareCache(const ExportedFiles& sources, const Board& board, std::string_view compilerVersion)
{
    Fingerprint key;
    key.add(compilerVersion).add("\n").add(board.id).add("\n");
    for (const ExportedFile& file : sources)
        key.add(file.path).add("\n").add(file.bytes).add("\n");
    m_kept = cachedFirmware() / (board.id + "-" + hexadecimal(key.value()));
}

std::optional<Firmware> FirmwareCache::load(const fs::path& folder) const
{
    const auto text = readFile(m_kept / summaryFile);
    const json summary = text ? json::parse(*text, nullptr, false) : json();
    if (!summary.is_object())
        return std::nullopt;
    Firmware firmware;
    firmware.folder = folder;
    firmware.name = textIn(summary, "name");
    firmware.flashBytes = numberIn(summary, "flashBytes");
    firmware.ramBytes = numberIn(summary, "ramBytes");
    firmware.log = textIn(summary, "log");
    for (const fs::path& file : filesOf(firmware.name, m_kept))
        if (!copyFile(file, folder / file.filename()))
            return std::nullopt;
    std::error_code error;
    for (const NamedForm& form : forms) {
        const std::string name = textIn(summary, form.name);
        if (name.empty())
            continue;
        firmware.files[form.form] = folder / fs::path(name).filename();
        if (!fs::is_regular_file(firmware.files[form.form], error))
            return std::nullopt;
    }
    if (firmware.files.empty() || !writeFileAtomically(folder / "build.log", firmware.log, Flush::Later))
        return std::nullopt;
    fs::last_write_time(m_kept, fs::file_time_type::clock::now(), error);
    return firmware;
}

void FirmwareCache::store(const Firmware& firmware) const
{
    std::error_code error;
    fs::create_directories(m_kept, error);
    for (const fs::path& file : filesOf(firmware.name, firmware.folder))
        if (!copyFile(file, m_kept / file.filename()))
            return;
    json summary = {{"name", firmware.name},
                    {"flashBytes", firmware.flashBytes},
                    {"ramBytes", firmware.ramBytes},
                    {"log", firmware.log}};
    for (const NamedForm& form : forms)
        if (const auto file = firmware.files.find(form.form); file != firmware.files.end())
            summary[form.name] = file->second.filename().string();
    // The last, for it says that the others are there.
    const std::string text = summary.dump(4, ' ', false, json::error_handler_t::replace) + "\n";
    if (!writeFileAtomically(m_kept / summaryFile, text, Flush::Later))
        fs::remove_all(m_kept, error);
    forgetTheOldest();
}

}
