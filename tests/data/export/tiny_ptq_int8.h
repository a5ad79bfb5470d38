// SPDX-License-Identifier: MIT-0
// tiny, variant ptq-int8: a neural network in one C++11 header, made by Broto 1.2.3
//
//   Task      classification: feeling, one of 2 classes
//   Network   2 inputs, 2 relu, 2 outputs; 12 parameters in int8
//   Quality   accuracy 0.9688 on the test rows, which the training has not seen
//   Origin    data 0123456789abcdef, seed 7, 200 epochs; model id 29bddabed4f6da8f
//   Costs     32 bytes of weights in flash, 16 bytes of activations in RAM; 8 multiplications
//
// Costs of the model, estimated (a build measures them):
//   board                       flash (B)  RAM (B)  one answer
//   Arduino Uno                    1588       24       87 us
//   Arduino Nano                   1588       24       87 us
//   Arduino Mega 2560              1588       24       87 us
//   ESP32 Dev Module               1412       24        2 us
//   ESP32-C3                       1412       24        4 us
//   Raspberry Pi Pico              1227       24        5 us
//   BBC micro:bit v1               1227       24       39 us
//   Arduino Nano 33 BLE             873       40        7 us
//
// What this file promises:
//   Memory    no heap; weights, tables and names stay in flash; stack at most 264 bytes for
//             classify and 336 for selfTest, on processors of 8 to 32 bits
//   Calls     no library and no float arithmetic; no input or output, no exceptions
//   Start     nothing runs before main: there are no objects to construct
//   Sharing   calls without a Workspace of their own share one: one at a time, and none from an
//             interrupt while another runs
//   Names     all in namespace broto; macros begin with BROTO_
//
// A row, in raw units; a missing value is NaN:
//   [0]       temperature (°C), trained from 0 to 40
//   [1]       pressure (Pa), trained from 98000 to 102000
//
// The answer, feeling, by its number:
//   0         cold
//   1         hot
//
// How to use it (an Arduino sketch; include it in one source file only):
//     #include "tiny_ptq_int8.h"
//     const float row[] = {5.0f, 99000.0f};
//     uint16_t answer = broto::tiny_ptq_int8::classify(row);
//     if (answer == broto::tiny_ptq_int8::class_cold) digitalWrite(LED_BUILTIN, HIGH);
//     Serial.println((const __FlashStringHelper*)broto::tiny_ptq_int8::className(answer)); // names are in flash
//
// You may use, copy, change, publish and sell this file without asking and without naming its
// source. It comes as it is, without warranty of any kind.

#ifdef BROTO_HEADERS_C99
#error "C++ headers and C99 headers of Broto cannot be in one source file: include one of the two kinds, or each in a source file of its own."
#elif !defined(BROTO_MODEL_TINY_PTQ_INT8_H)
#define BROTO_MODEL_TINY_PTQ_INT8_H 0x55274748u
#define BROTO_HEADERS_CPP

#include <stdint.h>

// 1. What you call

namespace broto {

namespace runtime {
struct InputReport;
}

namespace tiny_ptq_int8 {

enum {
    featureCount = 2,     // values in a row
    inputCount = 2,       // inputs of the network: a category takes several
    outputCount = 2,      // classes
    hiddenLayerCount = 1, // layers before the output layer
    widestLayer = 2,      // activations of the largest one, the inputs included
};

/// Where a value stands in a row: row[feature_temperature].
enum Feature {
    feature_temperature = 0, // temperature (°C)
    feature_pressure = 1,    // pressure (Pa)
};

/// What classify answers.
enum Class {
    class_cold = 0, // cold
    class_hot = 1,  // hot
};

/// One score a class, the same integers on every machine. The softmax of score * 0.0009765625f is
/// how sure the network is.
typedef int32_t Raw;

/// What an inference works in. Calls without one share one, so that only one may run at a time; interrupts and threads
/// that call at the same time give each their own: broto::...::Workspace workspace; infer(row, raw, &workspace).
struct Workspace;

/// The number of the class that a row belongs to; outputCount if the row is refused (see infer).
inline uint16_t classify(const float* row);
inline uint16_t classify(const float* row, Workspace* workspace);

/// The name of a class. On AVR it stands in flash: cast it to (const __FlashStringHelper*) to print it.
inline const char* className(uint16_t number);

/// The same for a row of whole numbers up to 2^24 in size, as a sensor's converter counts them: without any float.
inline uint16_t classifyCounts(const int16_t* counts);
inline uint16_t classifyCounts(const int16_t* counts, Workspace* workspace);
inline uint16_t classifyCounts(const int32_t* counts, Workspace* workspace);

/// Raw outputs for a row. The report tells how many values lie outside the range of the training, and whether the row
/// was refused because a value is missing (NaN) that nothing stands for: then there are no outputs.
inline runtime::InputReport infer(const float* row, Raw* raw);
inline runtime::InputReport infer(const float* row, Raw* raw, Workspace* workspace);

/// Whether this processor gives the answers that the workbench gave, on the golden rows below.
inline bool selfTest();

} // namespace tiny_ptq_int8
} // namespace broto

// 3. The model: what was learned

namespace broto {
namespace tiny_ptq_int8 {

/// How each value of a row enters the network: centre, lowest, highest, factor, fill, exponent, categories.
static const runtime::InputFeature features[2] BROTO_FLASH = {
    {10240, 0, 20480, 13004, 0, 9, 0},                             // temperature (°C)
    {400000, 392000, 408000, 16646, runtime::refuseMissing, 2, 0}, // pressure (Pa)
};

// layer: groups of four neurons. Their biases: what the sum of weight * input begins with (DENSE: then the sums of their
// weights). Then for four inputs (INT4: eight, in sixteenths) the four neurons' weights for the first of these inputs,
// for the second, and so on. Then the shift and the multipliers, which bring the sums to the step of the output.
// weights: neuron by neuron, one an input, unless the layer says otherwise. table: the activation, of -128 to 127.
// hiddenSizes: activations of the hidden layers.

// Layer 1: 2 inputs, 2 neurons, relu. One step of an input stands for 0.0078125, one of an output
// for 0.015625.
static const runtime::Int8Unit layer1[] BROTO_FLASH = {
    // neurons 0 to 1
    BROTO_INT8_DENSE_BIASES(100, -200, 0, 0, 158, -122, 0, 0),
    BROTO_INT8(2, 127, -127, 0, 0, 31, 5, 0, 0),
    BROTO_INT8_MULTIPLIERS(22, 32767, 30000, 1, 1),
};

// Layer 2: 2 inputs, 2 neurons, linear. One step of an input stands for 0.0078125, one of an output
// for 0.015625.
static const runtime::Int8Unit layer2[] BROTO_FLASH = {
    // neurons 0 to 1
    BROTO_INT8_BIASES(0, 12, -8388607, -8388607),
    BROTO_INT8(2, -127, 127, 0, 0, 90, -64, 0, 0),
    BROTO_INT8_MULTIPLIERS(16, 32767, 20000, 32767, 32767),
};

static const int16_t hiddenSizes[1] BROTO_FLASH = {
    2,
};

// Names, as UTF-8.
static const char nameText[] BROTO_FLASH = "tiny_ptq_int8";
static const char noText[] BROTO_FLASH = "";
static const char text1[] BROTO_FLASH = "temperature";
static const char text2[] BROTO_FLASH = "\302\260C";
static const char text3[] BROTO_FLASH = "pressure";
static const char text4[] BROTO_FLASH = "Pa";
static const char text5[] BROTO_FLASH = "cold";
static const char text6[] BROTO_FLASH = "hot";
static const char* const featureNames[2] BROTO_FLASH = {
    text1, text3,
};
static const char* const featureUnits[2] BROTO_FLASH = {
    text2, text4,
};
static const char* const outputNames[2] BROTO_FLASH = {
    text5, text6,
};

// Golden rows in raw units, and the raw outputs that every processor has to give for them.
enum { goldenRowCount = 2 };
static const float goldenRows[2 * 2] BROTO_FLASH = {
    5.0f, 99000.0f,   // row 0
    35.5f, 101500.0f, // row 1
};
static const Raw goldenOutputs[2 * 2] BROTO_FLASH = {
    3735, -1617, // cold
    -7683, 4693, // hot
};

} // namespace tiny_ptq_int8
} // namespace broto

// 4. The network at work

namespace broto {
namespace tiny_ptq_int8 {

/// What an inference works in: the activations of two layers.
struct Workspace {
    BROTO_WORDS int8_t first[BROTO_ACTIVATIONS(8)];
    BROTO_WORDS int8_t second[BROTO_ACTIVATIONS(8)];
};

/// The one that calls without a workspace of their own share.
inline Workspace* sharedWorkspace()
{
    static Workspace workspace;
    return &workspace;
}

/// Runs the hidden layers on the encoded row in workspace->first. Where the last one's activations are, in the form that
/// the output layer reads; after hidden layer number `layers` already, then as bytes, if there is one of that number.
enum { allLayers = 255 };
BROTO_INLINE int8_t* runHidden(Workspace* workspace, uint8_t layers)
{
    int8_t* const first = workspace->first;
    int8_t* const second = workspace->second;
    (void)layers;
    (void)second;
    runtime::activationsFromBytes(2, first);
    runtime::layerRelu<runtime::Int8, runtime::DenseInputs>(layer1, 22, 2, 2, first, second);
    if (layers == 1) {
        runtime::activationsToBytes(2, second);
        return second;
    }
    return second;
}

/// The raw outputs for the encoded row in workspace->first.
BROTO_ONCE inline void rawOutputs(Workspace* workspace, Raw* raw)
{
    const int8_t* x = runHidden(workspace, allLayers);
    runtime::layerScores<runtime::Int8, runtime::PositiveBesideDense>(layer2, 2, 2, x, raw);
}

/// The class of the encoded row in workspace->first.
BROTO_ONCE inline uint16_t classOf(Workspace* workspace)
{
    const int8_t* x = runHidden(workspace, allLayers);
    return runtime::layerClass<runtime::Int8, runtime::PositiveBesideDense>(layer2, 2, 2, x, workspace->first);
}

inline runtime::InputReport infer(const float* row, Raw* raw, Workspace* workspace)
{
    const runtime::InputReport report = runtime::encodeRow(features, featureCount, row, workspace->first);
    if (!report.refused)
        rawOutputs(workspace, raw);
    return report;
}

inline runtime::InputReport infer(const float* row, Raw* raw)
{
    return infer(row, raw, sharedWorkspace());
}

inline uint16_t classify(const float* row, Workspace* workspace)
{
    const bool refused = runtime::encodeRow(features, featureCount, row, workspace->first).refused != 0;
    return refused ? static_cast<uint16_t>(outputCount) : classOf(workspace);
}

inline uint16_t classifyCounts(const int16_t* counts, Workspace* workspace)
{
    runtime::encodeCounts(features, featureCount, counts, workspace->first);
    return classOf(workspace);
}

inline uint16_t classifyCounts(const int32_t* counts, Workspace* workspace)
{
    runtime::encodeCounts(features, featureCount, counts, workspace->first);
    return classOf(workspace);
}

inline uint16_t classifyCounts(const int16_t* counts)
{
    return classifyCounts(counts, sharedWorkspace());
}

inline uint16_t classify(const float* row)
{
    return classify(row, sharedWorkspace());
}

inline const char* className(uint16_t number)
{
    return number < outputCount ? runtime::fromFlash(outputNames + number) : noText;
}

/// Whether an output is the expected one. Integers are the same everywhere.
inline bool isExpected(Raw output, Raw expected)
{
    return output == expected;
}

inline bool selfTest()
{
    const float* value = goldenRows;
    const Raw* expected = goldenOutputs;
    for (uint16_t golden = 0; golden < goldenRowCount; ++golden) {
        float row[featureCount];
        for (uint16_t feature = 0; feature < featureCount; ++feature)
            row[feature] = runtime::fromFlash(value++);
        Raw raw[outputCount];
        if (infer(row, raw).refused)
            return false;
        for (uint16_t output = 0; output < outputCount; ++output)
            if (!isExpected(raw[output], runtime::fromFlash(expected++)))
                return false;
    }
    return true;
}

/// The model as a type, for Broto's board_server.h: a program that answers over a serial line.
struct Model {
    typedef tiny_ptq_int8::Raw Raw;
    enum {
        featureCount = tiny_ptq_int8::featureCount,
        outputCount = tiny_ptq_int8::outputCount,
        hiddenLayerCount = tiny_ptq_int8::hiddenLayerCount,
        widestLayer = tiny_ptq_int8::widestLayer,
        isClassification = 1,
        isFloat = 0
    };
    static uint16_t rowLength() { return featureCount; }
    static uint16_t answerLength() { return outputCount; }
    static uint8_t depth() { return hiddenLayerCount; }
    static bool classifies() { return isClassification; }
    static uint64_t id() { return 0x29bddabed4f6da8full; }
    static const char* name() { return nameText; }
    static const char* featureName(uint16_t feature) { return runtime::fromFlash(featureNames + feature); }
    static const char* featureUnit(uint16_t feature) { return runtime::fromFlash(featureUnits + feature); }
    static const char* outputName(uint16_t output) { return runtime::fromFlash(outputNames + output); }
    static const char* outputUnit() { return noText; }
    static runtime::InputReport infer(const float* row, Raw* raw) { return tiny_ptq_int8::infer(row, raw); }
    static uint16_t largestOutput(const Raw* raw) { return runtime::largest(raw, outputCount); }
    static float value(const Raw* raw) { return static_cast<float>(raw[largestOutput(raw)]); }
    static bool selfTest() { return tiny_ptq_int8::selfTest(); }
    /// Runs a row up to a hidden layer: how many activations that has and where they are until the next call; 0 for
    /// a row that is refused and a layer that is not there.
    static uint16_t hidden(uint8_t layer, const float* row, const int8_t** values)
    {
        if (layer >= hiddenLayerCount)
            return 0;
        Workspace* const workspace = sharedWorkspace();
        if (runtime::encodeRow(features, featureCount, row, workspace->first).refused)
            return 0;
        *values = runHidden(workspace, static_cast<uint8_t>(layer + 1));
        return static_cast<uint16_t>(runtime::fromFlash(hiddenSizes + layer));
    }
    enum { channelCount = 0, windowLength = 0, windowStride = 0 }; ///< it takes no readings
    static const char* channelName(uint8_t) { return noText; }
    static const char* channelUnit(uint8_t) { return noText; }
    static bool push(const float*) { return false; }
    static const float* window() { return 0; }
    static uint16_t due() { return 0; }
    static void restart() {}
};

} // namespace tiny_ptq_int8
} // namespace broto

#elif BROTO_MODEL_TINY_PTQ_INT8_H + 0 != 0x55274748u
#error "Two models in one program are called tiny_ptq_int8: this one (data 0123456789abcdef, seed 7) and one included before it. Export one under another name: broto-cli export --name NAME"
#endif
