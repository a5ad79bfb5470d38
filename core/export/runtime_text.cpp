#include "export/runtime_text.h"

#include "common/fingerprint.h"
#include "runtime_files.h"

#include <algorithm>
#include <cassert>
#include <set>

namespace broto {

namespace {

using namespace std::string_view_literals;

std::string_view runtimeFile(std::string_view name)
{
    const std::span<const EmbeddedFile> files = runtimeFiles();
    const auto file = std::find_if(files.begin(), files.end(), [name](const auto& f) { return f.name == name; });
    assert(file != files.end());
    return file->bytes;
}

std::string_view takeLine(std::string_view& text)
{
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

class Pasting {
public:
    explicit Pasting(std::string_view without) { m_done.insert(without); }

    void add(std::string_view name)
    {
        if (!m_done.insert(name).second)
            return;
        std::string own;
        std::string_view rest = runtimeFile(name);
        while (!rest.empty()) {
            const std::string_view line = takeLine(rest);
            constexpr auto include = "#include \""sv;
            if (line.starts_with(include))
                add(line.substr(include.size(), line.rfind('"') - include.size()));
            else if (!line.starts_with("// SPDX") && !(line.empty() && own.ends_with("\n\n")))
                own.append(line).append("\n");
        }
        m_text += (m_text.empty() ? "" : "\n") + own;
    }

    const std::string& text() const { return m_text; }

private:
    std::set<std::string_view> m_done;
    std::string m_text;
};

}

std::string pastedRuntime(std::span<const std::string_view> headers, std::string_view without)
{
    Pasting pasting(without);
    for (const std::string_view header : headers)
        pasting.add(header);
    return pasting.text();
}

std::uint32_t runtimeFingerprint()
{
    Fingerprint fingerprint;
    for (const EmbeddedFile& file : runtimeFiles())
        fingerprint.add(file.name).add(file.bytes);
    return static_cast<std::uint32_t>(fingerprint.value() ^ fingerprint.value() >> 32);
}

}
