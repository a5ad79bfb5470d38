#include "export/code_formats.h"

#include "export/code_templates.h"
#include "export/readme_text.h"

#include <nlohmann/json.hpp>

namespace broto {

namespace {

/// A file of a format and the template it comes from.
struct Part {
    std::string path;
    std::string_view from;
};

/// The parts, the licence, and the header at `headerFolder`; all below `folder`.
Result<ExportedFiles> made(const DeployableModel& model, std::string_view projectName, const HeaderFacts& facts,
                           std::string_view kind, const std::vector<Part>& parts, const std::string& headerFolder,
                           const HeaderOptions& options = {})
{
    Result<ExportedFiles> header = exportCppHeader(model, projectName, options);
    if (!header)
        return header.error();
    const std::string folder = folderFor(facts, kind) + '/';
    ExportedFiles files;
    for (const Part& part : parts)
        files.push_back({folder + part.path, filledTemplate(part.from, facts)});
    files.push_back({folder + "LICENSE", licenceText()});
    for (ExportedFile& file : *header)
        files.push_back({folder + headerFolder + file.path, std::move(file.bytes)});
    return files;
}

std::string libraryJson(const HeaderFacts& facts)
{
    const nlohmann::ordered_json library = {{"name", facts.identifier},
                                            {"version", "1.0.0"},
                                            {"description", plainSentence(facts)},
                                            {"keywords", {"tinyml", "neural network"}},
                                            {"license", "MIT-0"},
                                            {"frameworks", "*"},
                                            {"platforms", "*"},
                                            {"headers", facts.identifier + ".h"}};
    return library.dump(4, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

}

Result<ExportedFiles> exportPlatformIo(const DeployableModel& model, std::string_view projectName,
                                       const HeaderOptions& options)
{
    const HeaderFacts facts(model, projectName);
    const std::string library = "lib/" + facts.identifier + '/';
    Result<ExportedFiles> files =
        made(model, projectName, facts, "platformio",
             {{"platformio.ini", "platformio/platformio.ini"},
              {"README.md", "platformio/README.md"},
              {"src/main.cpp", facts.isStream() ? "arduino/constants_of_stream.ino" : "arduino/constants.ino"}},
             library + "src/", options);
    if (!files)
        return files.error();
    for (ExportedFile& file : *files)
        if (file.path.ends_with("/main.cpp")) // a sketch is C++ with this line in front
            file.bytes.insert(file.bytes.find("#include"), "#include <Arduino.h>\n");
    files->push_back({folderFor(facts, "platformio") + '/' + library + "library.json", libraryJson(facts)});
    return files;
}

Result<ExportedFiles> exportEspIdf(const DeployableModel& model, std::string_view projectName)
{
    const HeaderFacts facts(model, projectName);
    const std::string component = "components/" + facts.identifier + '/'; // its folder is its name
    return made(model, projectName, facts, "esp_idf",
                {{"CMakeLists.txt", "esp_idf/CMakeLists.txt"},
                 {"README.md", "esp_idf/README.md"},
                 {"main/CMakeLists.txt", "esp_idf/main_CMakeLists.txt"},
                 {"main/main.cpp", "esp_idf/main.cpp"},
                 {component + "CMakeLists.txt", "esp_idf/component_CMakeLists.txt"},
                 {component + "idf_component.yml", "esp_idf/idf_component.yml"}},
                component + "include/");
}

Result<ExportedFiles> exportCmakePackage(const DeployableModel& model, std::string_view projectName)
{
    const HeaderFacts facts(model, projectName);
    return made(model, projectName, facts, "cmake",
                {{"CMakeLists.txt", "cmake/CMakeLists.txt"},
                 {"README.md", "cmake/README.md"},
                 {"test/self_test.cpp", "cmake/self_test.cpp"}},
                "include/");
}

}
