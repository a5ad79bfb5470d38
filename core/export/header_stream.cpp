#include "export/header_stream.h"

#include "export/cpp_text.h"
#include "export/identifier.h"

#include <algorithm>

namespace broto {

namespace {

const Stream& streamOf(const HeaderFacts& facts)
{
    return *facts.model.preprocessing.stream;
}

std::vector<std::string> channelNames(const Stream& stream)
{
    std::vector<std::string> names;
    for (const StreamChannel& channel : stream.channels)
        names.push_back(channel.name);
    return names;
}

std::string count(std::size_t number)
{
    return std::to_string(number);
}

unsigned kindsOf(const Stream& stream)
{
    unsigned kinds = 0;
    for (const WindowFeature& feature : stream.features)
        kinds |= 1u << feature.kind;
    return kinds;
}

std::string streamArray(std::string_view type, std::string_view name, std::span<const std::string> values,
                        std::size_t perGroup = 0, std::vector<std::string> groupNames = {})
{
    return "static const " + std::string(type) + ' ' + std::string(name) + '[' +
           count(values.size() / std::max<std::size_t>(perGroup, 1)) + (perGroup > 1 ? " * " + count(perGroup) : "") +
           "] BROTO_FLASH = {\n" + arrayLines(values, {perGroup, std::move(groupNames)}) + "};\n";
}

std::vector<std::string> floatLiterals(std::span<const float> numbers)
{
    std::vector<std::string> texts;
    for (const float number : numbers)
        texts.push_back(floatLiteral(number));
    return texts;
}

std::string featureArray(const HeaderFacts& facts)
{
    std::vector<std::string> values, names;
    for (const runtime::StreamFeature& feature : runtimeFeatures(streamOf(facts)))
        values.push_back('{' + count(feature.kind) + ", " + count(feature.channel) + ", " + count(feature.firstBin) +
                         ", " + count(feature.lastBin) + '}');
    for (const Feature& feature : facts.model.preprocessing.features)
        names.push_back(nameWithUnit(feature.name, feature.unit));
    std::string text = "/// What a window is told by: kind, channel, first and last place of the spectrum.\n";
    text += "static const runtime::StreamFeature streamFeatures[" + count(values.size()) + "] BROTO_FLASH = {\n" +
            arrayLines(values, {1, names}) + "};\n";
    return text;
}

std::string fillArray(const Stream& stream)
{
    std::vector<std::string> values;
    for (const runtime::StreamFill& fill : runtimeFills(stream))
        values.push_back('{' + floatLiteral(fill.value) + ", " + count(fill.missing) + '}');
    if (values.empty())
        return {};
    return "\n/// What stands for a missing value of each channel: a value, and whether it does (1), the last one does "
           "(2) or\n/// nothing does (0).\nstatic const runtime::StreamFill channelFills[" +
           count(values.size()) + "] BROTO_FLASH = {\n" + arrayLines(values, {1, channelNames(stream)}) + "};\n";
}

std::string channelTexts(const Stream& stream)
{
    std::string text, names, units;
    for (std::size_t c = 0; c < stream.channels.size(); ++c) {
        const std::string number = count(c);
        text += "static const char channelName" + number +
                "[] BROTO_FLASH = " + stringLiteral(stream.channels[c].name) + ";\nstatic const char channelUnit" +
                number + "[] BROTO_FLASH = " + stringLiteral(stream.channels[c].unit) + ";\n";
        names += (c ? ", channelName" : "channelName") + number;
        units += (c ? ", channelUnit" : "channelUnit") + number;
    }
    return text + "static const char* const channelNames[channelCount] BROTO_FLASH = {" + names +
           "};\nstatic const char* const channelUnits[channelCount] BROTO_FLASH = {" + units + "};\n";
}

std::string goldenWindow(const HeaderFacts& facts)
{
    if (!facts.hasGoldenWindow())
        return {};
    const std::size_t channels = streamOf(facts).channels.size();
    std::vector<std::string> raws;
    for (const std::int32_t raw : facts.goldenWindow.raw)
        raws.push_back(integerLiteral(raw));
    for (const float raw : facts.goldenWindow.rawFloat)
        raws.push_back(floatLiteral(raw));
    return "\n// A golden window: its readings, its features to the last bit, and its raw outputs.\n" +
           streamArray("float", "goldenReadings", floatLiterals(facts.model.goldenWindow), channels) +
           streamArray("float", "goldenFeatures", floatLiterals(facts.goldenWindow.row)) +
           streamArray("Raw", "goldenWindowOutputs", raws);
}

constexpr std::string_view pushFunctions = R"(
/// The readings of the window that is going on.
inline runtime::StreamRing& readings()
{
    static float values[channelCount * windowLength];
    static runtime::StreamRing ring(values, channelCount, windowLength, windowStride);
    return ring;
}

inline float* windowRow()
{
    static float row[featureCount];
    return row;
}

inline const float* window()
{
    return windowRow();
}

inline void restart()
{
    readings().restart();
}

inline bool push(const float* reading)
{
    float values[channelCount];
    for (uint8_t channel = 0; channel < channelCount; ++channel)
        values[channel] = reading[channel];
%1    if (readings().push(values) != runtime::streamWindowFull)
        return false;
%2    runtime::windowFeatures<streamKinds>(readings(), streamFeatures, featureCount, &streamScales, %3, %4, windowRow());
    return true;
}
)";

constexpr std::string_view windowSelfTest = R"(
/// Whether the golden window has the features and the answer that it should. The stream begins anew after it.
inline bool streamSelfTest()
{
    restart();
    const float* value = goldenReadings;
    bool isFull = false;
    for (uint16_t i = 0; i < windowLength; ++i) {
        float reading[channelCount];
        for (uint8_t channel = 0; channel < channelCount; ++channel)
            reading[channel] = runtime::fromFlash(value++);
        isFull = push(reading);
    }
    restart();
    for (uint16_t feature = 0; feature < featureCount; ++feature)
        if (runtime::bitsOf(window()[feature]) != runtime::bitsOf(runtime::fromFlash(goldenFeatures + feature)))
            return false;
    Raw raw[outputCount];
    if (!isFull || infer(window(), raw).refused)
        return false;
    for (uint16_t output = 0; output < outputCount; ++output)
        if (!isExpected(raw[output], runtime::fromFlash(goldenWindowOutputs + output)))
            return false;
    return true;
}
)";

constexpr std::string_view declarations = R"(
/// Takes one reading, a value a channel%1. True when a window is full: after
/// the first windowLength readings, and after every windowStride more. Then window() is the row to ask about.
/// A reading with a value that is missing or infinite%2 forgets the readings before it.
inline bool push(const float* reading);

/// The features of the last full window: what classify, predict and infer take.
inline const float* window();

/// Forgets all readings: the next window needs windowLength of them.
inline void restart();
)";

}

std::string streamConstants(const HeaderFacts& facts)
{
    if (!facts.isStream())
        return {};
    const Stream& stream = streamOf(facts);
    const CommentedLine sizes[] = {
        enumerator("channelCount", stream.channels.size(), "values in a reading"),
        enumerator("windowLength", static_cast<std::size_t>(stream.length), "readings in a window"),
        enumerator("windowStride", static_cast<std::size_t>(stream.stride), "readings from one window to the next")};
    const std::vector<std::string> identifiers = uniqueIdentifiers("channel", channelNames(stream));
    std::vector<CommentedLine> channels;
    for (std::size_t c = 0; c < identifiers.size(); ++c)
        channels.push_back(
            enumerator(identifiers[c], c, nameWithUnit(stream.channels[c].name, stream.channels[c].unit)));
    return "\nenum {\n" + alignedLines(sizes) + "};\n\n/// Where a value stands in a reading: reading[" +
           identifiers.front() + "].\nenum Channel {\n" + alignedLines(channels) + "};\n";
}

std::string streamDeclarations(const HeaderFacts& facts)
{
    if (!facts.isStream())
        return {};
    const double rate = streamOf(facts).readingsPerSecond;
    const bool fills = !runtimeFills(streamOf(facts)).empty();
    return fillTemplate(declarations,
                        {rate > 0 ? ", " + plainNumber(static_cast<float>(rate)) + " times a second" : std::string(),
                         std::string(fills ? ", where nothing stands for it," : "")});
}

std::string streamData(const HeaderFacts& facts)
{
    if (!facts.isStream())
        return {};
    const Stream& stream = streamOf(facts);
    const runtime::StreamScales scales = streamScales(stream);
    std::string text = featureArray(facts) + "enum { streamKinds = " + count(kindsOf(stream)) + " };\n";
    text += "static const runtime::StreamScales streamScales BROTO_FLASH = {" + floatLiteral(scales.perReading) + ", " +
            floatLiteral(scales.slope) + ", " + floatLiteral(scales.power) + "};\n";
    if (hasBandPowers(stream))
        text += "\n/// Cosines of the first quarter of a turn.\n" +
                streamArray("float", "streamCosines", floatLiterals(streamCosines(stream)));
    return text + fillArray(stream) + "\n// Names of the channels, as UTF-8.\n" + channelTexts(stream) +
           goldenWindow(facts) + '\n';
}

std::string streamFunctions(const HeaderFacts& facts)
{
    if (!facts.isStream())
        return {};
    const bool spectrum = hasBandPowers(streamOf(facts));
    const bool fills = !runtimeFills(streamOf(facts)).empty();
    return fillTemplate(pushFunctions,
                        {std::string(fills ? "    readings().fill(channelFills, values);\n" : ""),
                         std::string(spectrum ? "    static float spectrum[windowLength];\n" : ""),
                         std::string(spectrum ? "streamCosines" : "0"), std::string(spectrum ? "spectrum" : "0")});
}

std::string streamSelfTest(const HeaderFacts& facts)
{
    return facts.hasGoldenWindow() ? std::string(windowSelfTest) : std::string();
}

std::string streamMembers(const HeaderFacts& facts)
{
    if (!facts.isStream())
        return R"(    enum { channelCount = 0, windowLength = 0, windowStride = 0 }; ///< it takes no readings
    static const char* channelName(uint8_t) { return noText; }
    static const char* channelUnit(uint8_t) { return noText; }
    static bool push(const float*) { return false; }
    static const float* window() { return 0; }
    static uint16_t due() { return 0; }
    static void restart() {}
)";
    return fillTemplate(
        R"(    enum { channelCount = %1::channelCount, windowLength = %1::windowLength, windowStride = %1::windowStride };
    static const char* channelName(uint8_t channel) { return runtime::fromFlash(channelNames + channel); }
    static const char* channelUnit(uint8_t channel) { return runtime::fromFlash(channelUnits + channel); }
    static bool push(const float* reading) { return %1::push(reading); }
    static const float* window() { return %1::window(); }
    static uint16_t due() { return readings().due(); }
    static void restart() { %1::restart(); }
)",
        {facts.identifier});
}

}
