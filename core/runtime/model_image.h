// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_MODEL_IMAGE_H
#define BROTO_RUNTIME_MODEL_IMAGE_H

// A model as data: what a program that was compiled long before the model reads from flash. The same arithmetic as an
// exported header, by the portable kernels, and so the same integers; slower, for nothing is known when it is compiled.
//
// An image begins with ImageHeader. All places are bytes from its beginning; numbers are little-endian and lie where
// the processor may read them. Weights are one byte each, whatever the model stores them as.

#include "answer.h"
#include "hidden_int8.h"
#include "input_int8.h"
#include "scores_int8.h"
#include "sums_int8.h"
#include "table_int8.h"

namespace broto {
namespace runtime {

enum { imageVersion = 1 };
static const int32_t imageMark = 0x31494d42; // "BMI1"

struct ImageHeader {
    int32_t mark;
    int32_t bytes;
    int32_t idLow;
    int32_t idHigh;
    int32_t features;      ///< InputFeature, one a column
    int32_t layers;        ///< ImageLayer, hidden ones first
    int32_t offset;        ///< regression: int32_t
    int32_t unit;          ///< regression: float
    int32_t names;         ///< places of texts: model, board, features, their units, outputs, unit of the answer
    int32_t goldenRows;    ///< float, featureCount a row
    int32_t goldenOutputs; ///< int32_t, outputCount a row
    uint16_t version;
    uint16_t featureCount;
    uint16_t outputCount;
    uint16_t goldenCount;
    uint8_t hiddenLayers;
    uint8_t isClassification;
    uint16_t none; ///< 0
};

struct ImageLayer {
    int32_t weights;    ///< int8_t, neuron by neuron
    int32_t bias;       ///< int32_t
    int32_t multiplier; ///< int16_t; 0 for a regression's output layer
    int32_t table;      ///< int8_t, 256 of them; 0 where the activation needs none
    uint16_t inputs;
    uint16_t outputs;
    uint8_t shift;
    int8_t lowest;
    uint16_t none; ///< 0
};

/// The model of the image that Place::image() points to, as board_server.h asks for it. Place also has
/// enum { mostFeatures, mostInputs, mostOutputs }: what the program has room for.
template<typename Place>
class ImageModel {
public:
    typedef int32_t Raw;
    /// Room, for buffers. How much of it a model takes is told by the functions.
    enum {
        featureCount = Place::mostFeatures,
        outputCount = Place::mostOutputs,
        isFloat = 0,
        channelCount = 0, ///< it takes no readings
        windowLength = 0,
        windowStride = 0
    };

    static uint16_t rowLength() { return fromFlash(&header()->featureCount); }
    static uint16_t answerLength() { return fromFlash(&header()->outputCount); }
    static uint8_t depth() { return fromFlash(&header()->hiddenLayers); }
    static bool classifies() { return fromFlash(&header()->isClassification) != 0; }

    /// Whether there is a model that this program can run.
    static bool isThere()
    {
        return fromFlash(&header()->mark) == imageMark && fromFlash(&header()->version) == imageVersion &&
               rowLength() <= Place::mostFeatures && answerLength() <= Place::mostOutputs;
    }

    static uint64_t id()
    {
        return static_cast<uint64_t>(static_cast<uint32_t>(fromFlash(&header()->idHigh))) << 32 |
               static_cast<uint32_t>(fromFlash(&header()->idLow));
    }
    static const char* name() { return text(0); }
    static const char* boardName() { return text(1); }
    static const char* featureName(uint16_t feature) { return text(static_cast<uint16_t>(2 + feature)); }
    static const char* featureUnit(uint16_t feature) { return text(static_cast<uint16_t>(2 + rowLength() + feature)); }
    static const char* outputName(uint16_t output) { return text(static_cast<uint16_t>(2 + 2 * rowLength() + output)); }
    static const char* outputUnit() { return text(static_cast<uint16_t>(2 + 2 * rowLength() + answerLength())); }

    static InputReport infer(const float* row, int32_t* raw)
    {
        const InputReport report = encode(row);
        if (!report.refused)
            last(hiddenPart(depth()), raw);
        return report;
    }

    static uint16_t largestOutput(const int32_t* raw) { return largest(raw, answerLength()); }
    static float value(const int32_t* raw)
    {
        return answerFromSum(raw[0], fromFlash(at<int32_t>(fromFlash(&header()->offset))),
                             fromFlash(at<float>(fromFlash(&header()->unit))));
    }

    /// How many activations a hidden layer has, and where they are until the next call; 0 for a row that is refused and
    /// a layer that is not there.
    static uint16_t hidden(uint8_t layer, const float* row, const int8_t** values)
    {
        if (layer >= depth() || encode(row).refused)
            return 0;
        *values = hiddenPart(static_cast<uint8_t>(layer + 1));
        return fromFlash(&layerAt(layer)->outputs);
    }

    static const char* channelName(uint8_t) { return name(); }
    static const char* channelUnit(uint8_t) { return name(); }
    static bool push(const float*) { return false; }
    static const float* window() { return 0; }
    static uint16_t due() { return 0; }
    static void restart() {}

    static bool selfTest()
    {
        int32_t raw[Place::mostOutputs];
        float row[Place::mostFeatures];
        const float* rows = at<float>(fromFlash(&header()->goldenRows));
        const int32_t* due = at<int32_t>(fromFlash(&header()->goldenOutputs));
        for (uint16_t g = fromFlash(&header()->goldenCount); g > 0; --g) {
            for (uint16_t f = 0; f < rowLength(); ++f)
                row[f] = fromFlash(rows++);
            if (infer(row, raw).refused)
                return false;
            for (uint16_t o = 0; o < answerLength(); ++o)
                if (raw[o] != fromFlash(due++))
                    return false;
        }
        return true;
    }

private:
    template<typename T>
    static const T* at(int32_t place)
    {
        return reinterpret_cast<const T*>(Place::image() + static_cast<size_t>(place));
    }
    static const ImageHeader* header() { return at<ImageHeader>(0); }
    static const ImageLayer* layerAt(uint8_t layer) { return at<ImageLayer>(fromFlash(&header()->layers)) + layer; }
    static const char* text(uint16_t number)
    {
        return at<char>(fromFlash(at<int32_t>(fromFlash(&header()->names)) + number));
    }

    struct Workspace {
        int8_t first[Place::mostInputs];
        int8_t second[Place::mostInputs];
    };
    static Workspace& workspace()
    {
        static Workspace shared;
        return shared;
    }

    static InputReport encode(const float* row)
    {
        return encodeRow(at<InputFeature>(fromFlash(&header()->features)), rowLength(), row, workspace().first);
    }

    /// Runs the first hidden layers; what they give lies where it says.
    static const int8_t* hiddenPart(uint8_t layers)
    {
        int8_t* x = workspace().first;
        int8_t* y = workspace().second;
        for (uint8_t l = 0; l < layers; ++l) {
            const ImageLayer* layer = layerAt(l);
            const uint16_t count = fromFlash(&layer->outputs);
            denseHidden(Int8Weights{at<int8_t>(fromFlash(&layer->weights))}, at<int32_t>(fromFlash(&layer->bias)),
                        at<int16_t>(fromFlash(&layer->multiplier)), fromFlash(&layer->shift), fromFlash(&layer->lowest),
                        fromFlash(&layer->inputs), count, x, y);
            if (fromFlash(&layer->table) != 0)
                applyTable(at<int8_t>(fromFlash(&layer->table)), count, y);
            int8_t* const done = y;
            y = x;
            x = done;
        }
        return x;
    }

    static void last(const int8_t* x, int32_t* raw)
    {
        const ImageLayer* layer = layerAt(depth());
        const Int8Weights weights = {at<int8_t>(fromFlash(&layer->weights))};
        const int32_t* bias = at<int32_t>(fromFlash(&layer->bias));
        const uint16_t inputs = fromFlash(&layer->inputs), count = fromFlash(&layer->outputs);
        if (classifies())
            denseScores(weights, bias, at<int16_t>(fromFlash(&layer->multiplier)), inputs, count, x, raw);
        else
            denseSums(weights, bias, inputs, count, x, raw);
    }
};

} // namespace runtime
} // namespace broto

#endif
