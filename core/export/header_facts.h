#pragma once

#include "compression/deployable_model.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// A row that the exported code tests itself with, and what it has to answer.
struct GoldenRow {
    std::vector<float> row;
    std::vector<std::int32_t> raw; ///< integer models
    std::vector<float> rawFloat;   ///< float32 models
    std::string answer;            ///< for people
};

/// What the sections of an exported header say about a model, worked out once. The model must outlive it.
struct HeaderFacts {
    HeaderFacts(const DeployableModel& exported, std::string_view projectName);

    const DeployableModel& model;
    std::string project;
    std::string identifier; ///< namespace and file stem
    NetworkShape shape;
    bool isFloat = false;
    bool isClassification = false;
    bool straightLine = false; ///< wanted, and possible
    bool liesFar = false;      ///< its weights are in the far flash of an AVR: near there is no room for them
    int inputs = 0;
    int outputs = 0;
    int hiddenLayers = 0;
    int firstBuffer = 0;                          ///< activations: the inputs and every second layer after them
    int secondBuffer = 0;                         ///< the layers between; 0 without hidden layers
    std::vector<std::string> featureIdentifiers;  ///< "feature_rpm"
    std::vector<std::string> categoryIdentifiers; ///< "category_fuel_diesel", of all features one after the other
    std::vector<std::string> classIdentifiers;    ///< "class_setosa"
    std::vector<GoldenRow> goldenRows;            ///< at least one
    GoldenRow goldenWindow;                       ///< with a stream: the features of its golden window as a row

    int widestLayer() const { return std::max(firstBuffer, secondBuffer); }
    int ramBytes() const; ///< of both buffers, padded as kernels want them
    int bufferSize(int activations) const;
    bool isStream() const { return model.preprocessing.stream.has_value(); }
    bool hasGoldenWindow() const { return !goldenWindow.row.empty(); }
    const IntegerLayer& integerLayer(int index) const;
    /// "codebook1": after the first layer that has it; only for layers with one.
    std::string codebookName(int index) const;
    const Float32Layer& float32Layer(int index) const;
};

/// "rpm (1/min)", ready for a comment.
std::string nameWithUnit(std::string_view name, std::string_view unit);

}
