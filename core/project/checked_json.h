#pragma once

#include "common/message.h"

#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

using Json = nlohmann::ordered_json;

/// Of memory, about. The curves of all runs that a project keeps, 100 bytes an epoch, come to less (kept_runs.h); what
/// a small hostile file unpacks to would take more than a computer has.
inline constexpr std::size_t mostValueBytes = std::size_t(512) << 20;

/// JSON from outside, as a value; nothing when it is not JSON, nested deeper than anything we write, or takes more.
std::optional<Json> parseJson(std::string_view text, std::size_t mostBytes = mostValueBytes);

/// The first thing that was found wrong while reading. What is read after that does not matter.
class DamageReport {
public:
    void add(Message message);
    bool any() const { return m_first.has_value(); }
    const Message& first() const { return *m_first; }

private:
    std::optional<Message> m_first;
};

/// A value of a JSON document that nobody vouches for. Reading never fails on the spot: what is missing or of the wrong
/// kind goes to the report by its place ("training.epochs"), and a harmless value comes back. Views the document and
/// the report; both must outlive it.
class CheckedJson {
public:
    CheckedJson(const Json& json, DamageReport& report, std::string place = {});

    CheckedJson operator[](std::string_view name) const; ///< a member of an object
    bool has(std::string_view name) const;               ///< whether an object has it; where it may be left out
    bool isNull() const;
    std::vector<CheckedJson> items() const; ///< of an array

    bool boolean() const;
    std::string text() const;
    std::int64_t integer(std::int64_t lowest, std::int64_t highest) const;
    std::uint64_t natural() const;
    std::uint64_t hexadecimal() const;
    double number(double lowest = std::numeric_limits<double>::lowest(),
                  double highest = std::numeric_limits<double>::max()) const;
    double numberOrMissing() const; ///< null is NaN
    float realNumber() const;       ///< a float32
    float realNumberOrMissing() const;

    template<class Integer>
    Integer integerOf() const
    {
        return static_cast<Integer>(integer(std::numeric_limits<Integer>::min(), std::numeric_limits<Integer>::max()));
    }

    /// One of `choices`, by the name that `nameOf` gives it.
    template<class Choice, std::size_t count, class NameOf>
    Choice choice(const Choice (&choices)[count], NameOf nameOf) const
    {
        const std::string name = text();
        for (const Choice candidate : choices)
            if (nameOf(candidate) == name)
                return candidate;
        reportRange();
        return choices[0];
    }

    void reportRange() const; ///< says that this value is not one it may be
    DamageReport& report() const { return *m_report; }
    const std::string& place() const { return m_place; }

private:
    void reportKind() const;

    const Json* m_json;
    DamageReport* m_report;
    std::string m_place;
};

/// Numbers for writing: NaN becomes null, a float32 its shortest text.
Json jsonNumber(double number);
Json jsonNumber(float number);
Json jsonNumbers(const std::vector<float>& numbers);

}
