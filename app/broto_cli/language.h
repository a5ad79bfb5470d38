#pragma once

#include "common/message.h"
#include "project/report/report_language.h"

#include <string>
#include <string_view>

namespace broto {

/// Loads the translation for a language ("pt_BR"); an empty one is the system's. English needs none. Once, at the
/// start.
void useLanguage(const std::string& language);

/// Why sentences cannot be had in that language; empty when they can.
std::string problemWithLanguage(const std::string& language);

/// A template of core or of this program in the user's language.
std::string translated(std::string_view english);

/// A sentence of core or of this program in the user's language.
std::string inUserLanguage(const Message& message);

/// What reports are written in, for a language as useLanguage() takes it.
ReportLanguage reportLanguage(const std::string& language);

/// A text of this program in the user's language, with its arguments put in.
template<class... Arguments>
std::string text(std::string_view englishTemplate, const Arguments&... arguments)
{
    return inUserLanguage(message("", englishTemplate, arguments...));
}

}
