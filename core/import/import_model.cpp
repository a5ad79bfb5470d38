#include "import/import_model.h"

#include "import/dense_chain.h"
#include "import/model_files.h"

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

bool isJson(std::string_view bytes)
{
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && bytes[first] == '{';
}

/// A message that begins with the version of its format.
bool isOnnx(std::string_view bytes)
{
    constexpr char versionField = 8;
    return !bytes.empty() && bytes.front() == versionField;
}

}

Result<DeployableModel> importModel(std::string_view bytes)
{
    constexpr std::size_t mostMebibytes = 64; // far more than the largest network that fits a project
    if (bytes.size() > mostMebibytes << 20)
        return import_problem::tooLarge(bytes.size() >> 20, mostMebibytes);
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
    return import_problem::unknownFile();
}

}
