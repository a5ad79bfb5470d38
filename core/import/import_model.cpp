#include "import/import_model.h"

#include "import/dense_chain.h"
#include "import/model_files.h"
#include "platform/file_bytes.h"

namespace broto {

namespace {

Result<DeployableModel> modelIn(const Result<DenseChain>& chain)
{
    return chain ? modelOf(*chain) : Result<DeployableModel>(chain.error());
}

bool isTflite(std::string_view bytes)
{
    constexpr std::size_t place = 4;
    return bytes.size() > 2 * place && bytes.substr(place, place) == "TFL3";
}

std::size_t firstCharacter(std::string_view bytes)
{
    return bytes.find_first_not_of(" \t\r\n");
}

bool isJson(std::string_view bytes)
{
    const std::size_t first = firstCharacter(bytes);
    return first != std::string_view::npos && bytes[first] == '{';
}

/// A message that begins with the version of its format.
bool isOnnx(std::string_view bytes)
{
    constexpr char versionField = 8;
    return !bytes.empty() && bytes.front() == versionField;
}

/// What the file is, if it is no model.
Message turnedAway(std::string_view bytes)
{
    using namespace std::string_view_literals;
    const std::size_t first = firstCharacter(bytes);
    if (first == std::string_view::npos)
        return import_problem::emptyFile();
    for (const std::string_view head : {"PK\3\4"sv, "\x89HDF"sv, "\x80\2"sv}) // ZIP, HDF5, pickle
        if (bytes.starts_with(head))
            return import_problem::otherToolsFile();
    return bytes[first] == '<' ? import_problem::webPage() : import_problem::unknownFile();
}

}

Result<DeployableModel> importModel(std::string_view bytes)
{
    constexpr std::size_t mostMebibytes = 64; // far more than the largest network that fits a project
    constexpr std::size_t mebibyte = std::size_t(1) << 20;
    if (bytes.size() > mostMebibytes * mebibyte)
        return import_problem::tooLarge((bytes.size() + mebibyte - 1) / mebibyte, mostMebibytes);
    if (isTflite(bytes)) {
        const Result<TfliteModel> file = parseTflite(bytes);
        return file ? modelIn(chainOf(*file)) : Result<DeployableModel>(file.error());
    }
    if (isJson(bytes))
        return modelIn(tensorFloresChain(bytes));
    if (isOnnx(bytes)) {
        const Result<OnnxModel> file = parseOnnx(bytes);
        return file ? modelIn(chainOf(*file)) : Result<DeployableModel>(file.error());
    }
    return turnedAway(bytes);
}

Result<DeployableModel> importModelFile(const std::filesystem::path& path)
{
    const Result<FileBytes> file = FileBytes::open(path);
    if (!file)
        return file.error();
    Result<DeployableModel> model = importModel(file->view());
    if (std::optional<Message> changed = file->problem())
        return *changed;
    return model;
}

}
