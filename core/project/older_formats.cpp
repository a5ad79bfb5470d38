#include "project/older_formats.h"

#include "project/recipe_json.h"
#include "training/training_settings.h"

namespace broto {

namespace {

/// Format 1 knew of a column its role alone.
void rolesToColumns(Json& data)
{
    const auto roles = data.find("roles");
    if (roles == data.end() || !roles->is_array())
        return;
    Json columns = Json::array();
    for (Json& role : *roles) {
        columns.push_back(
            {{"role", std::move(role)}, {"type", nullptr}, {"missingMarks", Json::array()}, {"missing", nullptr}});
    }
    data.erase("roles");
    data["columns"] = std::move(columns);
}

/// Gives an object what it has been without, unless it stands there all the same.
void addMissing(Json& object, const char* name, Json value)
{
    if (object.is_object() && !object.contains(name))
        object[name] = std::move(value);
}

void fromFormat1(Json& document)
{
    addMissing(document, "testSource", nullptr);
    const auto data = document.find("data");
    if (data == document.end() || !data->is_object())
        return;
    rolesToColumns(*data);
    if (const auto reading = data->find("reading"); reading != data->end()) {
        addMissing(*reading, "encoding", nullptr);
        addMissing(*reading, "grouping", ""); // there were neither of them
        addMissing(*reading, "comment", "");
        addMissing(*reading, "dayFirst", nullptr);
    }
    if (const auto split = data->find("split"); split != data->end()) {
        addMissing(*split, "method", nullptr);
        addMissing(*split, "partColumn", nullptr);
        addMissing(*split, "folds", 5);
        addMissing(*split, "fold", 0);
    }
}

/// Format 2 knew no windows: every row stood for itself.
void fromFormat2(Json& document)
{
    if (const auto data = document.find("data"); data != document.end())
        addMissing(*data, "windows", nullptr);
    const auto variants = document.find("variants");
    if (variants == document.end() || !variants->is_array())
        return;
    for (Json& variant : *variants) {
        addMissing(variant, "goldenWindow", Json::array());
        if (!variant.is_object())
            continue;
        if (const auto preprocessing = variant.find("preprocessing"); preprocessing != variant.end())
            addMissing(*preprocessing, "stream", nullptr);
    }
}

/// Format 3 had one Adam, and it decayed weights; it began as Glorot and Bengio say and let the learning rate fall
/// along a smooth S.
void settingsFromFormat3(Json& object, const char* name)
{
    const auto settings = object.find(name);
    if (settings == object.end() || !settings->is_object())
        return;
    if (const auto optimizer = settings->find("optimizer"); optimizer != settings->end() && *optimizer == "adam")
        *optimizer = "adamw";
    const TrainingSettings defaults;
    addMissing(*settings, "momentum", defaults.momentum);
    addMissing(*settings, "weightDecay", nullptr);
    addMissing(*settings, "schedule", "cosine");
    addMissing(*settings, "warmUpEpochs", 0);
    addMissing(*settings, "loss", nullptr);
    addMissing(*settings, "classWeights", "equal");
    for (const char* none : {"labelSmoothing", "l1", "l2", "largestGradient"})
        addMissing(*settings, none, 0.0);
    addMissing(*settings, "initialiser", "glorot-uniform");
    addMissing(*settings, "patience", 0);
}

void designFromFormat3(Json& object)
{
    const auto design = object.find("design");
    if (design == object.end() || !design->is_object())
        return;
    const auto hidden = design->find("hidden");
    if (hidden == design->end() || !hidden->is_array())
        return;
    for (Json& layer : *hidden) {
        addMissing(layer, "dropout", 0.0);
        addMissing(layer, "normalised", false);
    }
}

/// Format 3 kept one run, and nothing to go on with it.
void fromFormat3(Json& document)
{
    settingsFromFormat3(document, "training");
    designFromFormat3(document);
    addMissing(document, "earlierRuns", Json::array());
    const auto trained = document.find("trained");
    if (trained == document.end() || !trained->is_object())
        return;
    settingsFromFormat3(*trained, "settings");
    designFromFormat3(*trained);
    addMissing(*trained, "number", 1);
    addMissing(*trained, "instructionSet", "");
    addMissing(*trained, "state", nullptr);
}

/// The one recipe there was: to 8 bits after the training, as is usual.
Json recipeOfFormat4(const Json& variant)
{
    const auto method = variant.find("method");
    return method != variant.end() && *method == "ptq" ? toJson(Recipe{{QuantizationOptions{}}}) : Json(nullptr);
}

/// Format 4 had one storage a model; there was one of integers.
void fromFormat4(Json& document)
{
    addMissing(document, "recipes", Json::array());
    const auto variants = document.find("variants");
    if (variants == document.end() || !variants->is_array())
        return;
    for (Json& variant : *variants) {
        if (!variant.is_object())
            continue;
        if (const auto storage = variant.find("storage"); storage != variant.end()) {
            addMissing(variant, "arithmetic", *storage);
            variant.erase("storage");
        }
        addMissing(variant, "recipe", recipeOfFormat4(variant));
        addMissing(variant, "extraEpochs", 0);
        addMissing(variant, "control", nullptr);
        if (const auto provenance = variant.find("provenance"); provenance != variant.end())
            addMissing(*provenance, "grownScales", 0);
        const auto layers = variant.find("layers");
        if (layers == variant.end() || !layers->is_array())
            continue;
        for (Json& layer : *layers) {
            addMissing(layer, "storage", "int8");
            addMissing(layer, "codebook", 0);
        }
    }
}

}

void bringUpToDate(Json& document, std::int64_t format)
{
    if (!document.is_object())
        return;
    if (format < 2)
        fromFormat1(document);
    if (format < 3)
        fromFormat2(document);
    if (format < 4)
        fromFormat3(document);
    if (format < 5)
        fromFormat4(document);
}

}
