#pragma once

#include "project/archive.h"
#include "project/checked_json.h"
#include "project/damage.h"
#include "project/npy.h"

#include <map>
#include <set>
#include <string>

namespace broto {

/// The unpacked files of a project by name. What is missing or of another shape goes to the report.
class ArraySource {
public:
    ArraySource(const std::vector<ArchiveEntry>& entries, DamageReport& report) : m_report(&report)
    {
        for (const ArchiveEntry& entry : entries)
            m_entries.emplace(entry.name, &entry);
    }

    const std::string* find(const std::string& name) const
    {
        const auto found = m_entries.find(name);
        return found == m_entries.end() ? nullptr : &found->second->bytes;
    }

    template<class Number>
    std::vector<Number> array(const std::string& name, const NpyShape& shape) const
    {
        const std::string* bytes = find(name);
        if (!bytes) {
            m_report->add(damage::missingEntry(name));
            return {};
        }
        std::optional<std::vector<Number>> numbers = parseNpy<Number>(*bytes, shape);
        if (!numbers)
            m_report->add(damage::wrongArray(name));
        return std::move(numbers).value_or(std::vector<Number>());
    }

private:
    std::map<std::string, const ArchiveEntry*> m_entries;
    DamageReport* m_report;
};

/// "network/layer-1-weights.npy"
inline std::string layerArrayName(const std::string& folder, std::size_t layer, std::string_view what)
{
    return folder + "/layer-" + std::to_string(layer + 1) + "-" + std::string(what) + ".npy";
}

}
