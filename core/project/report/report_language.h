#pragma once

#include "common/message.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace broto {

/// The language that a report is written in. Core itself has English alone.
struct ReportLanguage {
    std::string code = "en"; ///< as HTML names it: "en", "pt-BR"
    char decimal = '.';
    char group = ',';                                                     ///< between thousands
    std::function<std::string(std::string_view english)> translated = {}; ///< of a template; none: it stays English
};

/// Sentences and numbers in the language of a report. Plain text: whatever writes it escapes it.
class ReportWords {
public:
    explicit ReportWords(const ReportLanguage& language) : m_language(language) {}

    template<class... Arguments>
    std::string say(std::string_view english, const Arguments&... arguments) const
    {
        return sentence(message("", english, arguments...));
    }
    std::string sentence(const Message& message) const;

    std::string whole(std::int64_t number) const;             ///< "12,345"
    std::string number(double number) const;                  ///< six digits; a dash where there is none
    std::string fixedNumber(double number, int digits) const; ///< with so many digits after the point
    std::string metric(double metric) const { return fixedNumber(metric, 4); }
    std::string change(double change) const; ///< the same with its sign always there
    std::string percent(double share) const; ///< "95.5 %"

    char decimal() const { return m_language.decimal; }

private:
    std::string written(std::string number) const; ///< with the marks of the language

    const ReportLanguage& m_language;
};

/// What stands where there is no number.
inline constexpr std::string_view noNumber = "–";

}
