#include "import/chain_builder.h"
#include "import/shallow_json.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace broto {

namespace {

using Json = nlohmann::json;

constexpr float notANumber = std::numeric_limits<float>::quiet_NaN();

/// What a number of the file stands for: itself, a step between two bounds, or a place in a list.
class Decoder {
public:
    Decoder(const Json& file, const char* centres) : m_list(centres)
    {
        const Json quantized = file.value("model_quantized", Json(false));
        if (quantized == "int8") {
            m_lowest = numberIn(file, "min_value");
            m_highest = numberIn(file, "max_value");
            m_isStep = true;
        } else if (quantized == true || quantized == "evolving") {
            m_isPlace = true;
            if (!file.contains(centres) || !file[centres].is_array() || file[centres].empty())
                m_missing = centres;
            else
                for (const Json& centre : file[centres])
                    m_centres.push_back(centre.is_number() ? centre.get<double>() : notANumber);
        }
    }

    const char* list() const { return m_list; }
    const char* missing() const { return m_missing; } ///< what of the file should be there; null: all is

    bool isBeyondList(const Json& json) const
    {
        return m_isPlace && json.is_number() &&
               !(json.get<double>() >= 0 && json.get<double>() < static_cast<double>(m_centres.size()));
    }

    float operator()(const Json& json) const
    {
        if (!json.is_number() || isBeyondList(json))
            return notANumber;
        const double number = json.get<double>();
        if (m_isStep)
            return static_cast<float>(number / 255 * (m_highest - m_lowest) + m_lowest);
        return static_cast<float>(m_isPlace ? m_centres[static_cast<std::size_t>(number)] : number);
    }

private:
    double numberIn(const Json& file, const char* name)
    {
        if (file.contains(name) && file[name].is_number())
            return file[name].get<double>();
        m_missing = name;
        return notANumber;
    }

    const char* m_list;
    const char* m_missing = nullptr;
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

bool hasEqualRows(const Json& weights)
{
    for (const Json& row : weights)
        if (!row.is_array() || row.size() != weights.front().size() || row.empty() || row.size() > mostValues)
            return false;
    return weights.size() <= mostValues;
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

/// The numbers of a list, the one after the other; the first that is none is told.
class Numbers {
public:
    Numbers(ChainBuilder& builder, const LayerPlace& place, const char* part, const Decoder& decode)
        : m_builder(builder), m_place(place), m_part(part), m_decode(decode)
    {
    }

    float next(const Json& json)
    {
        ++m_count;
        const float number = m_decode(json);
        if (m_decode.isBeyondList(json))
            m_builder.fail(import_problem::notInList(m_place, m_part, m_decode.list()));
        else if (!std::isfinite(number))
            m_builder.fail(import_problem::noNumber(m_place, m_part, m_count));
        return number;
    }

private:
    ChainBuilder& m_builder;
    const LayerPlace& m_place;
    const char* m_part;
    const Decoder& m_decode;
    std::size_t m_count = 0;
};

void addDense(ChainBuilder& builder, const LayerPlace& place, const Json& weights, const Json& biases,
              const Decoder& weight, const Decoder& bias)
{
    for (const auto& [part, json] : {std::pair("weights", &weights), std::pair("biases", &biases)})
        if (!json->is_array() || json->empty())
            return builder.fail(import_problem::missingPart(place, part));
    if (!hasEqualRows(weights))
        return builder.fail(import_problem::unequalRows(place, "weights"));
    const std::size_t inputs = weights.size(), outputs = weights.front().size();
    if (biases.size() != outputs)
        return builder.fail(import_problem::wrongBiases(place, biases.size(), static_cast<int>(outputs)));
    if (builder.width() == 0)
        builder.begin(static_cast<int>(inputs));
    std::vector<float> turned(inputs * outputs), offsets;
    Numbers weightNumbers(builder, place, "weights", weight), biasNumbers(builder, place, "biases", bias);
    for (std::size_t i = 0; i < inputs; ++i)
        for (std::size_t o = 0; o < outputs; ++o)
            turned[o * inputs + i] = weightNumbers.next(weights[i][o]);
    for (const Json& number : biases)
        offsets.push_back(biasNumbers.next(number));
    builder.addDense(place, static_cast<int>(inputs), static_cast<int>(outputs), std::move(turned), std::move(offsets));
}

void addLayer(ChainBuilder& builder, std::size_t index, const Json& layer, const Decoder& weight, const Decoder& bias)
{
    const Json& activation = memberOf(layer, "activation");
    const std::string name = activation.is_string() ? activation.get<std::string>() : std::string("linear");
    const LayerPlace place{index + 1, "dense", ""};
    const Json &weights = memberOf(layer, "weights"), &biases = memberOf(layer, "biases");
    if (!weights.is_null() || !biases.is_null())
        addDense(builder, place, weights, biases, weight, bias);
    else if (builder.width() == 0) // a layer of Keras that has none, such as its input
        return;
    addActivation(builder, place, name);
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
    for (const Decoder* decoder : {&weight, &bias})
        if (decoder->missing())
            return import_problem::missingSetting(decoder->missing());
    std::size_t index = 0;
    for (const Json& layer : file["layers"])
        if (!builder.problem())
            addLayer(builder, index++, layer, weight, bias);
    if (builder.problem())
        return *builder.problem();
    return chain;
}

}
