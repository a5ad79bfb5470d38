#include "data/samples.h"

#include "samples_files.h"

#include <algorithm>
#include <vector>

namespace broto {

namespace {

std::vector<Sample> pairedFiles()
{
    constexpr std::string_view ending = ".csv";
    const std::span<const EmbeddedFile> files = samplesFiles();
    std::vector<Sample> paired;
    for (const EmbeddedFile& csv : files) {
        if (!csv.name.ends_with(ending))
            continue;
        const auto sidecar = std::find_if(files.begin(), files.end(), [&](const EmbeddedFile& file) {
            return file.name.starts_with(csv.name) && file.name.substr(csv.name.size()) == ".json";
        });
        const std::string_view id = csv.name.substr(0, csv.name.size() - ending.size());
        paired.push_back({id, csv.name, csv.bytes, sidecar == files.end() ? std::string_view() : sidecar->bytes});
    }
    return paired;
}

}

std::span<const Sample> samples()
{
    static const std::vector<Sample> all = pairedFiles();
    return all;
}

}
