// What the kernels take on emulated processors, as the table of docs/kernels.md.
//
//     build/dev/tests/kernel_table                        prints it
//     build/dev/tests/kernel_table docs/kernels.md        puts it there, between the two marks

#include "counts.h"

#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

using namespace broto;

namespace {

constexpr const char* letters[] = {"A", "B", "C", "D"};
constexpr int products[] = {216, 2720, 976, 13056};

std::string grouped(int number)
{
    std::string text = std::to_string(number);
    for (int place = static_cast<int>(text.size()) - 3; place > 0; place -= 3)
        text.insert(static_cast<std::size_t>(place), ",");
    return text;
}

/// Mean, the most in the worst case, and the mean a product.
std::string rowOf(Counter counter, Storage storage)
{
    const std::string unit = counter == Counter::Atmega328p ? " cycles" : " instructions";
    std::string text = "| " + counterName(counter) + unit + ", " + std::string(storageName(storage)) + " |";
    std::int64_t code = 0;
    for (std::size_t i = 0; i < std::size(letters); ++i) {
        const KernelCounts usual = countsOf(trainedNetwork(letters[i], storage), counter);
        const KernelCounts worst = countsOf(worstNetwork(letters[i], storage), counter);
        if (!usual.complaint.isEmpty() || !worst.complaint.isEmpty())
            return text + ' ' + (usual.complaint + worst.complaint).toStdString() + " |\n";
        char perProduct[16];
        std::snprintf(perProduct, sizeof perProduct, "%.2f", static_cast<double>(usual.mean()) / products[i]);
        text += ' ' + grouped(usual.mean()) + " / " + grouped(worst.most()) + " (" + perProduct + ") |";
        code = std::max(code, usual.codeBytes);
    }
    return text + ' ' + grouped(static_cast<int>(code)) + " |\n";
}

std::string table()
{
    std::string text =
        "| mean / worst case (mean a product) | A | B | C | D | bytes of code |\n|---|---|---|---|---|---|\n";
    for (const Counter counter : {Counter::Atmega328p, Counter::CortexM0, Counter::CortexM4})
        for (const Storage storage : {Storage::Int8, Storage::Int4})
            text += rowOf(counter, storage);
    return text;
}

int put(const std::string& path, const std::string& made)
{
    std::ifstream input(path);
    std::stringstream stream;
    stream << input.rdbuf();
    std::string text = stream.str();
    const std::string begin = "<!-- kernel_table -->\n", end = "<!-- end of kernel_table -->\n";
    const std::size_t first = text.find(begin), last = text.find(end);
    if (first == std::string::npos || last == std::string::npos) {
        std::cerr << path << " has no marks to put the table between\n";
        return 1;
    }
    text.replace(first + begin.size(), last - first - begin.size(), made);
    std::ofstream(path) << text;
    return 0;
}

}

int main(int count, char** arguments)
{
    const std::string made = table();
    if (count > 1)
        return put(arguments[1], made);
    std::cout << made;
    return 0;
}
