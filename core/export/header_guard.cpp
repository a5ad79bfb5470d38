#include "export/header_guard.h"

#include "common/fingerprint.h"

#include <algorithm>

namespace broto {

namespace {

std::string capitals(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

}

HeaderGuard headerGuard(const HeaderFacts& facts, HeaderLanguage language, std::string_view content)
{
    const bool isC99 = language == HeaderLanguage::C99;
    const std::string own = isC99 ? "BROTO_HEADERS_C99" : "BROTO_HEADERS_CPP";
    const std::string other = isC99 ? "BROTO_HEADERS_CPP" : "BROTO_HEADERS_C99";
    const std::string macro = "BROTO_MODEL_" + capitals(facts.identifier) + (isC99 ? "_C99" : "") + "_H";
    const std::string id = "0x" + hexadecimal(Fingerprint().add(content).value()).substr(8) + 'u';
    const Provenance& from = facts.model.provenance;
    const std::string self = "data " + hexadecimal(from.dataFingerprint) + ", seed " + std::to_string(from.seed);
    return {
        "\n#ifdef " + other +
            "\n#error \"C++ headers and C99 headers of Broto cannot be in one source file: include one of the two "
            "kinds, or each in a source file of its own.\"\n#elif !defined(" +
            macro + ")\n#define " + macro + ' ' + id + "\n#define " + own + '\n',
        "\n#elif " + macro + " + 0 != " + id + "\n#error \"Two models in one program are called " + facts.identifier +
            ": this one (" + self +
            ") and one included before it. Export one under another name: broto-cli export --name NAME\"\n#endif\n"};
}

}
