#include "device/model_image.h"

#include "compression/activation_rules.h"
#include "compression/predictor.h"
#include "export/exported_files.h"
#include "runtime/model_image.h"

#include <algorithm>
#include <bit>
#include <concepts>
#include <vector>

namespace broto {

namespace {

/// Numbers of flash, the least significant byte first, each where the processor may read it.
class ImageWriter {
public:
    explicit ImageWriter(std::size_t alignment) : m_alignment(alignment) {}

    /// Where the next number of this size will lie.
    std::size_t align(std::size_t size)
    {
        const std::size_t step = std::min(size, m_alignment);
        m_bytes.resize((m_bytes.size() + step - 1) / step * step);
        return m_bytes.size();
    }

    template<std::integral T>
    void put(T number)
    {
        align(sizeof(T));
        for (std::size_t i = 0; i < sizeof(T); ++i)
            m_bytes += static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * i));
    }
    void put(float number) { put(std::bit_cast<std::uint32_t>(number)); }

    /// Numbers one after the other; where they begin.
    template<class Numbers>
    std::int32_t putAll(const Numbers& numbers)
    {
        const std::size_t place = align(sizeof(typename Numbers::value_type));
        for (const auto number : numbers)
            put(number);
        return static_cast<std::int32_t>(place);
    }

    std::int32_t putText(std::string_view text)
    {
        const std::size_t place = m_bytes.size();
        m_bytes += text.substr(0, text.find('\0'));
        m_bytes += '\0';
        return static_cast<std::int32_t>(place);
    }

    std::int32_t place() const { return static_cast<std::int32_t>(m_bytes.size()); }
    std::string& bytes() { return m_bytes; }

private:
    const std::size_t m_alignment;
    std::string m_bytes;
};

constexpr std::size_t headerBytes = sizeof(runtime::ImageHeader);
static_assert(headerBytes == 56 && sizeof(runtime::ImageLayer) == 24, "no gaps on any processor");

void put(ImageWriter& writer, const runtime::ImageHeader& header)
{
    for (const std::int32_t number :
         {header.mark, header.bytes, header.idLow, header.idHigh, header.features, header.layers, header.offset,
          header.unit, header.names, header.goldenRows, header.goldenOutputs})
        writer.put(number);
    for (const std::uint16_t number : {header.version, header.featureCount, header.outputCount, header.goldenCount})
        writer.put(number);
    writer.put(header.hiddenLayers);
    writer.put(header.isClassification);
    writer.put(header.none);
}

void put(ImageWriter& writer, const runtime::ImageLayer& layer)
{
    for (const std::int32_t number : {layer.weights, layer.bias, layer.multiplier, layer.table})
        writer.put(number);
    writer.put(layer.inputs);
    writer.put(layer.outputs);
    writer.put(layer.shift);
    writer.put(layer.lowest);
    writer.put(layer.none);
}

/// As the processor lays the structure out: with a gap at its end where numbers of four bytes are aligned.
void put(ImageWriter& writer, const runtime::InputFeature& feature)
{
    writer.put(feature.centre);
    writer.put(feature.lowest);
    writer.put(feature.highest);
    writer.put(feature.factor);
    writer.put(feature.fill);
    writer.put(feature.exponent);
    writer.put(feature.categories);
    writer.align(sizeof(std::int32_t));
}

runtime::ImageLayer placed(const IntegerLayer& layer, ImageWriter& writer)
{
    runtime::ImageLayer place = {};
    place.weights = writer.putAll(layer.weights);
    place.bias = writer.putAll(layer.bias);
    place.multiplier = layer.multiplier.empty() ? 0 : writer.putAll(layer.multiplier);
    place.table = layer.table.empty() ? 0 : writer.putAll(layer.table);
    place.inputs = static_cast<std::uint16_t>(layer.inputs);
    place.outputs = static_cast<std::uint16_t>(layer.outputs);
    place.shift = static_cast<std::uint8_t>(layer.shift);
    place.lowest = lowestActivation(layer.activation);
    return place;
}

std::int32_t placedNames(const DeployableModel& model, std::string_view projectName, const Board& board,
                         ImageWriter& writer)
{
    std::vector<std::int32_t> places = {writer.putText(identifierFor(projectName, model.name)),
                                        writer.putText(board.name)};
    for (const Feature& feature : model.preprocessing.features)
        places.push_back(writer.putText(feature.name));
    for (const Feature& feature : model.preprocessing.features)
        places.push_back(writer.putText(feature.unit));
    const Target& target = model.decoding.target;
    if (target.task == Task::Classification)
        for (const std::string& name : target.classes)
            places.push_back(writer.putText(name));
    else
        places.push_back(writer.putText(target.name));
    places.push_back(writer.putText(target.unit));
    return writer.putAll(places);
}

/// Rows that the board tests itself with, and what they should give.
void placeGoldenRows(const DeployableModel& model, ImageWriter& writer, runtime::ImageHeader& header)
{
    std::vector<float> rows;
    std::vector<std::int32_t> outputs;
    Predictor predictor(model);
    for (const std::vector<float>& row : model.goldenRows) {
        const Prediction due = predictor.predict(row);
        if (due.refused)
            continue;
        rows.insert(rows.end(), row.begin(), row.end());
        outputs.insert(outputs.end(), due.raw.begin(), due.raw.end());
        ++header.goldenCount;
    }
    header.goldenRows = writer.putAll(rows);
    header.goldenOutputs = writer.putAll(outputs);
}

int widestOf(const DeployableModel& model)
{
    int widest = 0;
    for (const ModelLayer& layer : model.layers)
        widest = std::max(widest, std::get<IntegerLayer>(layer).inputs);
    return widest;
}

Message needsCompiler(const Board& board)
{
    return message("device.model-needs-compiler",
                   BROTO_TEXT("core", "Without a compiler, only models in integers that take rows can be put on the "
                                      "%1. Choose an int8 variant, or install the packages gcc-avr and avr-libc."),
                   board.name);
}

Message tooLargeForPrepared(const Board& board)
{
    return message("device.model-too-large-prepared",
                   BROTO_TEXT("core", "The model is too large for the program that is prepared for the %1. Choose a "
                                      "smaller network, or install a compiler for this board."),
                   board.name);
}

}

Result<std::string> modelImage(const DeployableModel& model, std::string_view projectName, const Board& board,
                               const ImageRoom& room)
{
    if (model.arithmetic != Arithmetic::Int8 || model.preprocessing.stream)
        return needsCompiler(board);
    if (model.features() > room.features || model.outputs() > room.outputs || widestOf(model) > room.activations)
        return tooLargeForPrepared(board);

    runtime::ImageHeader header = {};
    header.mark = runtime::imageMark;
    header.version = runtime::imageVersion;
    const std::uint64_t id = modelId(model);
    header.idLow = static_cast<std::int32_t>(static_cast<std::uint32_t>(id));
    header.idHigh = static_cast<std::int32_t>(static_cast<std::uint32_t>(id >> 32));
    header.featureCount = static_cast<std::uint16_t>(model.features());
    header.outputCount = static_cast<std::uint16_t>(model.outputs());
    header.hiddenLayers = static_cast<std::uint8_t>(model.layers.size() - 1);
    header.isClassification = model.decoding.target.task == Task::Classification;

    ImageWriter writer(room.alignment);
    writer.bytes().resize(headerBytes);
    std::vector<runtime::ImageLayer> layers;
    for (const ModelLayer& layer : model.layers)
        layers.push_back(placed(std::get<IntegerLayer>(layer), writer));
    header.layers = static_cast<std::int32_t>(writer.align(sizeof(std::int32_t)));
    for (const runtime::ImageLayer& layer : layers)
        put(writer, layer);
    header.features = writer.place();
    for (const runtime::InputFeature& feature : model.integerInputs)
        put(writer, feature);
    header.offset = writer.putAll(model.decoding.offset);
    header.unit = writer.putAll(model.decoding.unit);
    placeGoldenRows(model, writer, header);
    header.names = placedNames(model, projectName, board, writer);
    header.bytes = writer.place();

    ImageWriter begin(room.alignment);
    put(begin, header);
    writer.bytes().replace(0, headerBytes, begin.bytes());
    if (writer.bytes().size() > room.bytes)
        return tooLargeForPrepared(board);
    return writer.bytes();
}

}
