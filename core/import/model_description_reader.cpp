#include "import/model_description_reader.h"

#include "compression/input_steps.h"
#include "export/model_description.h"
#include "import/shallow_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace broto {

namespace {

using Json = nlohmann::json;

constexpr std::size_t mostFeatures = 65535;

/// Reads values that may be missing or of the wrong kind; the first one of these spoils the whole.
class DescriptionReader {
public:
    explicit DescriptionReader(const Json& json) : m_json(json) {}

    std::optional<ModelDescription> read()
    {
        if (!m_json.is_object() || text(m_json, "format") != descriptionFormat)
            return std::nullopt;
        m_result.name = text(m_json, "name");
        readFeatures();
        readTarget();
        for (const Json& layer : array(m_json, "layers"))
            m_result.activations.push_back(activation(text(layer, "activation")));
        if (m_json.contains("integers"))
            readIntegers(m_json["integers"]);
        return m_sound ? std::optional(std::move(m_result)) : std::nullopt;
    }

private:
    static const Json& nothing()
    {
        static const Json json;
        return json;
    }

    const Json& member(const Json& object, const char* name)
    {
        if (object.is_object() && object.contains(name))
            return object[name];
        m_sound = false;
        return nothing();
    }

    std::string text(const Json& object, const char* name)
    {
        const Json& json = member(object, name);
        m_sound = m_sound && json.is_string();
        return json.is_string() ? json.get<std::string>() : std::string();
    }

    const Json& array(const Json& object, const char* name)
    {
        const Json& json = member(object, name);
        m_sound = m_sound && json.is_array() && json.size() <= mostFeatures;
        return m_sound ? json : nothing();
    }

    float realNumber(const Json& json)
    {
        const auto number = json.is_number() ? static_cast<float>(json.get<double>()) : 0;
        m_sound = m_sound && json.is_number() && std::isfinite(number);
        return number;
    }

    float realNumberOrMissing(const Json& json)
    {
        return json.is_null() ? std::numeric_limits<float>::quiet_NaN() : realNumber(json);
    }

    std::vector<float> numbers(const Json& object, const char* name)
    {
        std::vector<float> numbers;
        for (const Json& number : array(object, name))
            numbers.push_back(realNumber(number));
        return numbers;
    }

    template<class Integer>
    Integer integer(const Json& json)
    {
        const double number = json.is_number_integer() ? json.get<double>() : std::numeric_limits<double>::infinity();
        if (number >= std::numeric_limits<Integer>::min() && number <= std::numeric_limits<Integer>::max())
            return static_cast<Integer>(number);
        m_sound = false;
        return 0;
    }

    std::vector<std::string> texts(const Json& object, const char* name)
    {
        std::vector<std::string> texts;
        for (const Json& item : array(object, name)) {
            m_sound = m_sound && item.is_string();
            texts.push_back(item.is_string() ? item.get<std::string>() : std::string());
        }
        return texts;
    }

    Activation activation(const std::string& name)
    {
        const auto found = std::find_if(std::begin(allActivations), std::end(allActivations),
                                        [&](Activation candidate) { return activationName(candidate) == name; });
        m_sound = m_sound && found != std::end(allActivations);
        return m_sound ? *found : Activation::Linear;
    }

    void readFeatures()
    {
        FillMissing fill;
        Scale scale;
        bool categories = false;
        for (const Json& json : array(m_json, "features")) {
            Feature feature;
            feature.name = text(json, "name");
            feature.unit = text(json, "unit");
            feature.lowest = realNumber(member(json, "lowest"));
            feature.highest = realNumber(member(json, "highest"));
            fill.values.push_back(realNumberOrMissing(member(json, "missing")));
            if (json.contains("categories")) {
                feature.categories = texts(json, "categories");
                categories = true;
                m_sound = m_sound && !feature.categories.empty();
                scale.centre.insert(scale.centre.end(), feature.categories.size(), 0);
                scale.factor.insert(scale.factor.end(), feature.categories.size(), 1);
            } else {
                scale.centre.push_back(realNumber(member(json, "centre")));
                scale.factor.push_back(realNumber(member(json, "factor")));
            }
            m_result.preprocessing.features.push_back(std::move(feature));
            m_sound = m_sound && scale.centre.size() <= mostFeatures;
        }
        m_result.preprocessing.steps = {std::move(fill)};
        if (categories)
            m_result.preprocessing.steps.push_back(OneHot{});
        m_result.preprocessing.steps.push_back(std::move(scale));
    }

    void readTarget()
    {
        const Json& json = member(m_json, "target");
        Target& target = m_result.target;
        target.name = text(json, "name");
        target.task = json.is_object() && json.contains("classes") ? Task::Classification : Task::Regression;
        if (target.task == Task::Classification) {
            target.classes = texts(json, "classes");
            return;
        }
        target.unit = text(json, "unit");
        target.centre = realNumber(member(json, "centre"));
        target.deviation = realNumber(member(json, "deviation"));
        m_sound = m_sound && target.deviation > 0;
    }

    void readIntegers(const Json& json)
    {
        for (const Json& item : array(json, "inputs")) {
            runtime::InputFeature input{};
            input.centre = integer<std::int32_t>(member(item, "centre"));
            input.lowest = integer<std::int32_t>(member(item, "lowest"));
            input.highest = integer<std::int32_t>(member(item, "highest"));
            input.factor = integer<std::int16_t>(member(item, "factor"));
            input.fill = integer<std::int16_t>(member(item, "fill"));
            input.exponent = integer<std::int8_t>(member(item, "exponent"));
            input.categories = integer<std::uint8_t>(member(item, "categories"));
            m_result.integerInputs.push_back(input);
        }
        if (json.is_object() && json.contains("scoreScale")) {
            m_result.scoreScale = realNumber(json["scoreScale"]);
            return;
        }
        for (const Json& offset : array(json, "offset"))
            m_result.offset.push_back(integer<std::int32_t>(offset));
        m_result.unit = numbers(json, "unit");
    }

    const Json& m_json;
    ModelDescription m_result;
    bool m_sound = true;
};

}

std::optional<ModelDescription> parseModelDescription(std::string_view json)
{
    if (!isShallowJson(json))
        return std::nullopt;
    const Json parsed = Json::parse(json, nullptr, false);
    return parsed.is_discarded() ? std::nullopt : DescriptionReader(parsed).read();
}

}
