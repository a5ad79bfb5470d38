#include "c99_programs.h"

#include "export/c99_header.h"

#include <algorithm>

namespace broto {

namespace {

/// Those of a machine that a C compiler takes without complaint.
std::vector<std::string> flagsForC(const Machine& machine)
{
    std::vector<std::string> flags = machine.flags;
    std::erase(flags, "-fno-rtti");
    return flags;
}

}

std::string cCompiler(std::string compiler)
{
    return compiler == "clang++" ? "clang" : compiler.replace(compiler.rfind("g++"), 3, "gcc");
}

const std::vector<std::string>& strictC99()
{
    static const std::vector<std::string> flags = {"-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror"};
    return flags;
}

std::string writeC99Part(const Workshop& workshop, const DeployableModel& model, std::string_view project,
                         const std::string& ending)
{
    const ExportedFile header = exportC99Header(model, project).value().front();
    const std::string scope = "broto_" + identifierFor(project, model.name) + '_';
    const bool isClass = model.decoding.target.task == Task::Classification;
    workshop.write(header.path, header.bytes);
    const std::string ask = "int ask" + ending + "(const float* row, " + scope + "Raw* raw)";
    const std::string passes = "int passes" + ending + "(void)";
    const std::string answer = "float answer" + ending + "(const float* row)";
    const std::string text = "const char* text" + ending + "(uint16_t number)";
    return "#include \"" + header.path + "\"\n#include \"" + header.path + "\"\n" + ask + ";\n" + passes + ";\n" +
           answer + ";\n" + text + ";\n" + ask + " { return " + scope + "infer(row, raw).refused; }\n" + passes +
           " { return " + scope + "selfTest(); }\n" + answer + " { return " + scope +
           (isClass ? "classify" : "predict") + "(row); }\n" + text + " { " +
           (isClass ? "return " + scope + "className(number)" : "(void)number; return 0") + "; }\n";
}

void writeC99(const Workshop& workshop, const DeployableModel& model)
{
    workshop.write("model.c", writeC99Part(workshop, model, "project", ""));
}

std::string c99Shim(const DeployableModel& model)
{
    const std::string raw = model.arithmetic == Arithmetic::Int8 ? "int32_t" : "float";
    const bool isClass = model.decoding.target.task == Task::Classification;
    return "#include <stdint.h>\n\nextern \"C\" int ask(const float* row, " + raw +
           "* raw);\nextern \"C\" float answer(const float* row);\n\nnamespace model {\ntypedef " + raw +
           " Raw;\nenum { featureCount = " + std::to_string(model.features()) +
           ", outputCount = " + std::to_string(model.outputs()) +
           " };\ninline void infer(const float* row, Raw* raw)\n{\n    ask(row, raw);\n}\n" +
           (isClass ? "inline uint16_t classify(const float* row)\n{\n    return static_cast<uint16_t>(answer(row));\n"
                    : "inline float predict(const float* row)\n{\n    return answer(row);\n") +
           "}\n}\n";
}

Said builtWithC(Machine machine, const Workshop& workshop, std::chrono::milliseconds runTime)
{
    std::vector<std::string> arguments = flagsForC(machine);
    arguments.insert(arguments.end(), strictC99().begin(), strictC99().end());
    arguments.insert(arguments.end(), {"-c", "model.c", "-o", "model.o"});
    const QString complaint = workshop.compile(cCompiler(machine.compiler), arguments);
    if (!complaint.isEmpty())
        return {complaint, {}};
    machine.flags.push_back("model.o");
    return built(machine, workshop, runTime);
}

}
