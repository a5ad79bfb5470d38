// What reading a large CSV costs: CPU time, private memory, and how soon it ends when cancelled.
//
//     build/release/tests/csv_speed make clean|messy|texts|long FILE [ROWS]     the tables that are read, from a fixed
//     seed build/release/tests/csv_speed read FILE                             one JSON line: what one reading took
//     build/release/tests/csv_speed cancel FILE                           one JSON line: the longest wait of 40
//
// and all of it beside pandas, in one run:
//
//     python3 tests/benchmarks/csv_speed.py build/release/tests/csv_speed
//
// (configure the release preset with -DBROTO_TESTS=ON; the dev preset is a few percent slower).

#include "common/random.h"
#include "data/table_reader.h"
#include "platform/file_bytes.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <string>
#include <thread>

using namespace broto;

namespace {

constexpr int columns = 12;

double cpuSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// A line of /proc/self/status in bytes; 0 where there is no such file.
double statusBytes(const char* name)
{
    std::ifstream file("/proc/self/status");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with(name))
            return 1024 * std::stod(line.substr(std::strlen(name)));
    }
    return 0;
}

double tableBytes(const Table& table)
{
    double bytes = 0;
    for (const Column& column : table.columns) {
        bytes +=
            static_cast<double>(column.numbers.size() * sizeof(double) + column.codes.size() * sizeof(std::int32_t));
        for (const std::string& text : column.categories)
            bytes += static_cast<double>(sizeof text + (text.size() > 15 ? text.size() : 0));
    }
    return bytes;
}

std::string numberText(Random& random, int column)
{
    const double value = 50 * random.normal();
    char text[64];
    switch (column % 4) {
    case 0:
        std::snprintf(text, sizeof text, "%.4f", value);
        break;
    case 1:
        std::snprintf(text, sizeof text, "%.6f", value / 10);
        break;
    case 2:
        std::snprintf(text, sizeof text, "%d", static_cast<int>(100 * value));
        break;
    default:
        std::snprintf(text, sizeof text, "%.3f", 10 * value);
    }
    return text;
}

/// Twelve numbers a line, as a logger writes them.
std::string cleanLine(Random& random, std::size_t)
{
    std::string line;
    for (int column = 0; column < columns; ++column)
        line += numberText(random, column) + (column + 1 < columns ? ',' : '\n');
    return line;
}

/// A time, a state and ten numbers with decimal commas; some in quotation marks, some missing.
std::string messyLine(Random& random, std::size_t row)
{
    static constexpr const char* states[] = {"ligado", "desligado", "\"em manutenção; parado\"", "NA"};
    char time[64];
    const auto second = static_cast<unsigned>(row % 86400);
    const auto day = static_cast<unsigned>(1 + row / 86400 % 28);
    std::snprintf(time, sizeof time, "%02u/03/2024 %02u:%02u:%02u", day, second / 3600, second / 60 % 60, second % 60);
    std::string line = std::string(time) + ';' + states[random.below(4)];
    for (int column = 2; column < columns; ++column) {
        std::string text = random.below(50) == 0 ? "" : numberText(random, column);
        std::replace(text.begin(), text.end(), '.', ',');
        line += ';' + (random.below(50) == 0 ? '"' + text + '"' : text);
    }
    return line + '\n';
}

/// Two texts that no other row has, and a number: what takes longest to put in order.
std::string textsLine(Random& random, std::size_t row)
{
    const std::uint32_t device = random.next();
    char line[128];
    std::snprintf(line, sizeof line, "event %zu of device %08x,http://host/%08x/%zu,%zu\n", row, device, random.next(),
                  row, row % 7);
    return line;
}

int makeTexts(std::ofstream& file, std::size_t rows)
{
    file << "message,address,x\n";
    Random random(1);
    for (std::size_t row = 0; row < rows; ++row)
        file << textsLine(random, row);
    return file.good() ? 0 : 1;
}

int make(const std::string& kind, const char* path, std::size_t rows)
{
    std::ofstream file(path, std::ios::binary);
    if (kind == "texts")
        return makeTexts(file, rows);
    const bool messy = kind == "messy";
    for (int column = 0; column < columns; ++column)
        file << (column ? (messy ? ";" : ",") : messy ? "\xef\xbb\xbf" : "") << "sensor_" << column;
    file << '\n';
    Random random(1);
    for (std::size_t row = 0; row < rows; ++row)
        file << (messy ? messyLine(random, row) : cleanLine(random, row));
    return file.good() ? 0 : 1;
}

int read(const char* path)
{
    const double cpuBefore = cpuSeconds();
    const Result<FileBytes> bytes = FileBytes::open(path);
    if (!bytes)
        return std::fprintf(stderr, "%s\n", inEnglish(bytes.error()).c_str()), 1;
    const Result<Table> table = readTable(bytes->view());
    const double cpu = cpuSeconds() - cpuBefore;
    if (!table)
        return std::fprintf(stderr, "%s\n", inEnglish(table.error()).c_str()), 1;
    // Pages of a mapped file are counted as RssFile, those of our own as RssAnon.
    std::printf(
        "{\"rows\": %zu, \"megabytes\": %.1f, \"cpu\": %.4f, \"table\": %.1f, \"private\": %.1f, \"peak\": %.1f}\n",
        table->rows, static_cast<double>(bytes->view().size()) / 1e6, cpu, tableBytes(*table) / 1e6,
        statusBytes("RssAnon:") / 1e6, statusBytes("VmHWM:") / 1e6);
    return 0;
}

/// Cancels at moments spread over the whole reading, its end included.
int cancel(const char* path)
{
    using Clock = std::chrono::steady_clock;
    const auto milliseconds = [](Clock::duration d) { return std::chrono::duration<double, std::milli>(d).count(); };
    const Result<FileBytes> bytes = FileBytes::open(path);
    if (!bytes)
        return 1;
    const auto begin = Clock::now();
    (void)readTable(bytes->view()).ok();
    const auto whole = Clock::now() - begin;
    constexpr int times = 40;
    double longest = 0;
    int cancelled = 0;
    for (int i = 0; i < times; ++i) {
        RunControl control;
        Clock::time_point ended;
        std::jthread reader([&] {
            cancelled += !readTable(bytes->view(), {}, control).ok();
            ended = Clock::now();
        });
        std::this_thread::sleep_for(whole * i / times);
        const auto asked = Clock::now();
        control.cancel();
        reader.join();
        longest = std::max(longest, milliseconds(ended - asked));
    }
    std::printf("{\"whole\": %.0f, \"cancelled\": %d, \"longestWait\": %.1f}\n", milliseconds(whole), cancelled,
                longest);
    return 0;
}

}

int main(int argc, char** argv)
{
    const std::string what = argc > 1 ? argv[1] : "";
    if (what == "make" && argc > 3)
        return make(argv[2], argv[3],
                    argc > 4                         ? std::stoul(argv[4])
                    : std::string(argv[2]) == "long" ? 10'000'000
                                                     : 1'000'000);
    if (what == "read" && argc > 2)
        return read(argv[2]);
    if (what == "cancel" && argc > 2)
        return cancel(argv[2]);
    std::fprintf(stderr, "csv_speed make clean|messy|texts|long FILE [ROWS] | read FILE | cancel FILE\n");
    return 2;
}
