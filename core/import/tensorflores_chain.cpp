#include "import/chain_builder.h"
#include "import/shallow_json.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace broto {

namespace {

using Json = nlohmann::json;

constexpr float notANumber = std::numeric_limits<float>::quiet_NaN();

/// What a number of the file stands for: itself, a step between two bounds, or a place in a list.
class Decoder {
public:
    Decoder(const Json& file, const char* centres)
    {
        const Json quantized = file.value("model_quantized", Json(false));
        if (quantized == "int8") {
            m_lowest = numberIn(file, "min_value");
            m_highest = numberIn(file, "max_value");
            m_isStep = true;
        } else if (quantized == true || quantized == "evolving") {
            m_isPlace = true;
            if (file.contains(centres) && file[centres].is_array())
                for (const Json& centre : file[centres])
                    m_centres.push_back(centre.is_number() ? centre.get<double>() : notANumber);
        }
    }

    float operator()(const Json& json) const
    {
        if (!json.is_number())
            return notANumber;
        const double number = json.get<double>();
        if (m_isStep)
            return static_cast<float>(number / 255 * (m_highest - m_lowest) + m_lowest);
        if (!m_isPlace)
            return static_cast<float>(number);
        const bool known = number >= 0 && number < static_cast<double>(m_centres.size());
        return known ? static_cast<float>(m_centres[static_cast<std::size_t>(number)]) : notANumber;
    }

private:
    static double numberIn(const Json& file, const char* name)
    {
        return file.contains(name) && file[name].is_number() ? file[name].get<double>() : notANumber;
    }

    bool m_isStep = false;
    bool m_isPlace = false;
    double m_lowest = 0;
    double m_highest = 0;
    std::vector<double> m_centres;
};

/// Null where there is none.
const Json& memberOf(const Json& object, const char* name)
{
    static const Json none;
    const auto found = object.find(name); // the end of anything but an object
    return found == object.end() ? none : *found;
}

/// Rows of equal length; {0, 0} of anything else.
std::pair<std::size_t, std::size_t> shapeOf(const Json& weights)
{
    if (!weights.is_array() || weights.empty() || !weights.front().is_array())
        return {0, 0};
    for (const Json& row : weights)
        if (!row.is_array() || row.size() != weights.front().size())
            return {0, 0};
    return {weights.size(), weights.front().size()};
}

void addActivation(ChainBuilder& builder, const LayerPlace& place, const std::string& name)
{
    // Keras and TensorFlores call them alike.
    static constexpr std::pair<std::string_view, Activation> known[] = {
        {"relu", Activation::Relu},    {"leaky_relu", Activation::LeakyRelu},
        {"elu", Activation::Elu},      {"sigmoid", Activation::Sigmoid},
        {"tanh", Activation::Tanh},    {"softplus", Activation::Softplus},
        {"swish", Activation::Swish},  {"silu", Activation::Swish},
        {"linear", Activation::Linear}};
    if (name == "softmax")
        return builder.add(place, SoftmaxStep{});
    for (const auto& [word, activation] : known)
        if (word == name) {
            if (activation != Activation::Linear)
                builder.add(place, ActivationStep{activation});
            return;
        }
    builder.fail(import_problem::unknownOperation({place.number, "activation", name}));
}

void addLayer(ChainBuilder& builder, std::size_t index, const Json& layer, const Decoder& weight, const Decoder& bias)
{
    const auto text = [&](const char* name) {
        return layer.is_object() && layer.contains(name) && layer[name].is_string() ? layer[name].get<std::string>()
                                                                                    : std::string("linear");
    };
    const LayerPlace place{index + 1, "dense", ""};
    const Json &weights = memberOf(layer, "weights"), &biases = memberOf(layer, "biases");
    const auto [inputs, outputs] = shapeOf(weights);
    if (weights.is_null() && biases.is_null()) { // a layer of Keras that has none, such as an activation
        if (builder.width() > 0 && text("activation") != "linear")
            addActivation(builder, place, text("activation"));
        return;
    }
    if (inputs == 0 || outputs == 0 || inputs > mostValues || outputs > mostValues || !biases.is_array() ||
        biases.size() != outputs)
        return builder.fail(import_problem::wrongWeights(place));
    if (builder.width() == 0)
        builder.begin(static_cast<int>(inputs));
    std::vector<float> turned(inputs * outputs), offsets;
    for (std::size_t i = 0; i < inputs; ++i)
        for (std::size_t o = 0; o < outputs; ++o)
            turned[o * inputs + i] = weight(weights[i][o]);
    for (const Json& number : biases)
        offsets.push_back(bias(number));
    builder.addDense(place, static_cast<int>(inputs), static_cast<int>(outputs), std::move(turned), std::move(offsets));
    addActivation(builder, place, text("activation"));
}

}

Result<DenseChain> tensorFloresChain(std::string_view text)
{
    if (!isShallowJson(text))
        return import_problem::unknownFile();
    const Json file = Json::parse(text, nullptr, false);
    if (!file.is_object() || !file.contains("layers") || !file["layers"].is_array())
        return import_problem::unknownFile();
    DenseChain chain;
    ChainBuilder builder(chain);
    const Decoder weight(file, "centers_weights"), bias(file, "centers_bias");
    std::size_t index = 0;
    for (const Json& layer : file["layers"])
        if (!builder.problem())
            addLayer(builder, index++, layer, weight, bias);
    if (builder.problem())
        return *builder.problem();
    return chain;
}

}
