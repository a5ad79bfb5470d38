#include "fuzz_target.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

/// replay FILE|FOLDER...: gives a fuzz target the bytes that were kept, in the order of their names. With --table, the
/// files are plain tables: two zero bytes, which stand for no options, are put before each.
int main(int count, char** arguments)
{
    namespace fs = std::filesystem;
    std::vector<fs::path> files;
    std::string before;
    for (int i = 1; i < count; ++i) {
        if (std::string(arguments[i]) == "--table")
            before = std::string(2, '\0');
        else if (fs::is_directory(arguments[i]))
            for (const fs::directory_entry& entry : fs::recursive_directory_iterator(arguments[i]))
                files.push_back(entry.path());
        else
            files.emplace_back(arguments[i]);
    }
    std::sort(files.begin(), files.end());
    std::size_t replayed = 0;
    for (const fs::path& file : files) {
        std::ifstream stream(file, std::ios::binary);
        if (!fs::is_regular_file(file) || !stream)
            continue;
        std::fprintf(stderr, "%s\n", file.string().c_str());
        const std::string bytes = before + std::string(std::istreambuf_iterator<char>(stream), {});
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
        ++replayed;
    }
    std::printf("%zu inputs replayed without a finding\n", replayed);
    return replayed > 0 ? 0 : 1;
}
