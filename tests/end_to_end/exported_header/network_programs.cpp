#include "network_programs.h"

#include "c99_programs.h"
#include "common/fingerprint.h"
#include "compression/predictor.h"
#include "export/exported_files.h"
#include "support/emulated/made_up_rows.h"
#include "support/wide_models.h"

#include <bit>
#include <limits>

namespace broto {

namespace {

constexpr std::chrono::minutes runTime(20); // soft floats under an emulator
constexpr int rowsAHash = 8;

bool isC99(Form form)
{
    return form == Form::C99 || form == Form::Float32C99;
}

bool asksClasses(const DeployableModel& model)
{
    return model.decoding.target.task == Task::Classification;
}

/// Of weights and what goes with them: C99 keeps a byte a weight, straight-line code makes eleven of it.
std::int64_t flashBytes(Form form, const DeployableModel& model)
{
    std::int64_t weights = 0;
    for (const ModelLayer& layer : model.layers)
        std::visit([&weights](const auto& each) { weights += std::int64_t{each.inputs} * each.outputs; }, layer);
    const std::int64_t features = 24 * static_cast<std::int64_t>(model.features());
    return features + (form == Form::StraightLine ? 12 * weights : std::max(weights, weightBytes(model)));
}

std::string program(Form form, const DeployableModel& model, int rows, const std::string& identifier)
{
    const bool classes = asksClasses(model);
    const std::string defined = "#define ASK_CLASSES " + std::to_string(classes) + "\n#define ASK_COUNTS " +
                                std::to_string(classes && !isC99(form)) + '\n';
    const std::string header =
        isC99(form) ? c99Shim(model)
                    : "#include \"" + identifier + ".h\"\n\nnamespace model = broto::" + identifier + ";\n";
    const std::string streams = isFloat(form) ? "Floats" : "Hashes";
    const std::string file = isFloat(form) ? "stream_floats.h" : "stream_hashes.h";
    // A compiler without an operating system does not know main, and would call it by its C++ name.
    return defined + header + "\nenum { rowCount = " + std::to_string(rows) +
           ", rowsAHash = " + std::to_string(rowsAHash) + ", rowsAnAnswer = 1 };\n\n#include \"" + file +
           "\"\n\n#if !__STDC_HOSTED__\nextern \"C\" int main();\n#endif\n\nint main()\n{\n    stream" + streams +
           "();\n    finish();\n    return 0;\n}\n";
}

/// What stream_hashes.h says of a row, in one number with those before.
void addRow(AnswerHash& hash, const DeployableModel& model, const Prediction& prediction)
{
    for (const std::int32_t raw : prediction.raw)
        hash.add(static_cast<std::uint32_t>(raw));
    hash.add(asksClasses(model) ? static_cast<std::uint32_t>(prediction.classIndex)
                                : std::bit_cast<std::uint32_t>(prediction.value));
}

/// What stream_floats.h says of a row.
std::string floatLine(const DeployableModel& model, const Prediction& prediction)
{
    const auto digits = [](float number) { return hexadecimal(std::bit_cast<std::uint32_t>(number)).substr(8); };
    std::string line;
    for (const float raw : prediction.rawFloat)
        line += digits(raw) + ' ';
    return asksClasses(model) ? line : line + digits(prediction.value);
}

}

std::string_view formName(Form form)
{
    switch (form) {
    case Form::Cpp:
        return "C++";
    case Form::C99:
        return "C99";
    case Form::StraightLine:
        return "straight-line";
    case Form::Float32:
        return "float32";
    case Form::Float32C99:
        break;
    }
    return "float32 in C99";
}

bool isFloat(Form form)
{
    return form == Form::Float32 || form == Form::Float32C99;
}

std::vector<Form> formsFor(const Machine& machine)
{
    std::vector<Form> forms = {Form::Cpp, Form::C99, Form::Float32, Form::Float32C99};
    if (machine.compiler == "avr-g++")
        forms.push_back(Form::StraightLine);
    return forms;
}

DeployableModel networkOf(Form form, std::uint64_t seed)
{
    return form == Form::StraightLine ? smallReluModel(seed)
           : isFloat(form)            ? wideFloatModel(seed)
                                      : wideIntegerModel(seed);
}

std::vector<std::uint64_t> seedsThatFit(Form form, const Machine& machine, std::size_t count)
{
    constexpr std::int64_t any = std::numeric_limits<std::int64_t>::max();
    std::int64_t most = machine.mostWeightBytes == 0 ? any : machine.mostWeightBytes;
    if (isFloat(form) && machine.compiler == "avr-g++")
        most = std::min<std::int64_t>(most, 16000); // 8 bits take minutes for more floats, and tell nothing new
    std::vector<std::uint64_t> seeds;
    for (std::uint64_t seed = 1; seeds.size() < count; ++seed)
        if (most == any || flashBytes(form, networkOf(form, seed)) <= most)
            seeds.push_back(seed);
    return seeds;
}

Said answersOf(Form form, const DeployableModel& model, int rows, const Machine& machine)
{
    const Workshop workshop;
    const std::string identifier = identifierFor("project", model.name);
    workshop.write("program.cpp", program(form, model, rows, identifier));
    if (isC99(form)) {
        writeC99(workshop, model);
        return builtWithC(machine, workshop, runTime);
    }
    const ExportedFile file = exportCppHeader(model, "project", {form == Form::StraightLine}).value().front();
    workshop.write(file.path, file.bytes);
    return built(machine, workshop, runTime);
}

std::vector<std::string> expectedOf(Form form, const DeployableModel& model, int rows)
{
    Predictor predictor(model);
    MadeUpRows madeUp;
    AnswerHash hash;
    std::vector<std::string> lines;
    std::vector<float> row(static_cast<std::size_t>(model.features()));
    for (int r = 1; r <= rows; ++r) {
        madeUp.next(row.data(), static_cast<std::uint16_t>(row.size()));
        const Prediction prediction = predictor.predict(row);
        if (isFloat(form))
            lines.push_back(floatLine(model, prediction));
        else
            addRow(hash, model, prediction);
        if (!isFloat(form) && r % rowsAHash == 0)
            lines.push_back("hash " + hexadecimal(hash.value()).substr(8));
    }
    return lines;
}

}
