#include "boards/board_description.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <initializer_list>

namespace broto {

namespace {

using Json = nlohmann::json;

constexpr double largestNumber = 1e12; // beyond any clock or memory, exact in a double

struct NamedProcessor {
    std::string_view name;
    Processor processor;
};
constexpr NamedProcessor processors[] = {
    {"avr", Processor::Avr},           {"cortex-m0", Processor::CortexM0}, {"cortex-m4", Processor::CortexM4},
    {"risc-v-32", Processor::RiscV32}, {"xtensa", Processor::Xtensa},      {"generic", Processor::Generic}};

/// "2341:0043".
std::optional<UsbId> usbIdOf(std::string_view text)
{
    UsbId id;
    const char* end = text.data() + text.size();
    const auto vendor = std::from_chars(text.data(), end, id.vendor, 16);
    if (text.size() != 9 || vendor.ptr != text.data() + 4 || *vendor.ptr != ':')
        return std::nullopt;
    const auto product = std::from_chars(vendor.ptr + 1, end, id.product, 16);
    return product.ptr == end ? std::optional(id) : std::nullopt;
}

/// Reads fields of one object after another and remembers the first that is wrong.
class DescriptionReader {
public:
    explicit DescriptionReader(std::string_view text) : m_root(Json::parse(text, nullptr, false)) {}

    Result<BoardDescription> read()
    {
        if (!m_root.is_object())
            return message("boards.not-a-description",
                           BROTO_TEXT("core", "This is not a board description: it should be one JSON object. Compare "
                                              "it with the files of resources/boards."));
        BoardDescription description;
        Board& board = description.board;
        allowOnly(m_root, {"id", "rank", "name", "chip", "processor", "clockHz", "flashBytes", "ramBytes", "current",
                           "build", "upload", "usb", "virtual", "note"});
        board.id = text(m_root, "id");
        description.rank = whole(m_root, "rank");
        board.name = text(m_root, "name");
        board.chip = text(m_root, "chip");
        board.processor = processor();
        board.clockHz = number(m_root, "clockHz");
        board.flashBytes = whole(m_root, "flashBytes");
        board.ramBytes = whole(m_root, "ramBytes");
        readCurrent(board);
        readBuild(board);
        readUpload(board);
        readUsb(board);
        readVirtual(board);
        if (m_problem)
            return *m_problem;
        return description;
    }

private:
    /// `sentence` is a template; %1 is the field.
    void fail(std::string_view field, std::string_view sentence)
    {
        if (!m_problem)
            m_problem = message("boards.wrong-field", sentence, field);
    }

    const Json* field(const Json& object, std::string_view name)
    {
        const auto found = object.find(name);
        if (found != object.end())
            return &*found;
        if (!m_problem)
            m_problem = message("boards.missing-field",
                                BROTO_TEXT("core", "The board description has no \"%1\". Add it."), name);
        return nullptr;
    }

    void allowOnly(const Json& object, std::initializer_list<std::string_view> names)
    {
        for (const auto& [name, value] : object.items())
            if (std::find(names.begin(), names.end(), name) == names.end() && !m_problem)
                m_problem = message("boards.unknown-field",
                                    BROTO_TEXT("core", "The board description has a field \"%1\" that means nothing. "
                                                       "Remove it or correct its name."),
                                    name);
    }

    std::string text(const Json& object, std::string_view name)
    {
        const Json* value = field(object, name);
        if (value && value->is_string() && !value->get_ref<const std::string&>().empty())
            return value->get<std::string>();
        fail(name, BROTO_TEXT("core", "In the board description, \"%1\" should be a text. Correct the file."));
        return {};
    }

    double number(const Json& object, std::string_view name)
    {
        const Json* value = field(object, name);
        const double result = value && value->is_number() ? value->get<double>() : 0;
        if (!(result > 0 && result <= largestNumber))
            fail(name,
                 BROTO_TEXT("core", "In the board description, \"%1\" should be a number above 0. Correct the file."));
        return result;
    }

    std::int64_t whole(const Json& object, std::string_view name)
    {
        const double result = number(object, name);
        if (result == std::floor(result) && result <= largestNumber)
            return static_cast<std::int64_t>(result);
        fail(name, BROTO_TEXT("core",
                              "In the board description, \"%1\" should be a whole number above 0. Correct the file."));
        return 0;
    }

    /// An object inside the description, or nothing where it is left out.
    const Json* part(std::string_view name, std::initializer_list<std::string_view> fields)
    {
        const auto found = m_root.find(name);
        if (found == m_root.end())
            return nullptr;
        if (!found->is_object()) {
            fail(name, BROTO_TEXT("core", "In the board description, \"%1\" should be an object. Correct the file."));
            return nullptr;
        }
        allowOnly(*found, fields);
        return &*found;
    }

    Processor processor()
    {
        const std::string name = text(m_root, "processor");
        for (const NamedProcessor& known : processors)
            if (known.name == name)
                return known.processor;
        fail("processor", BROTO_TEXT("core", "In the board description, \"%1\" should be avr, cortex-m0, cortex-m4, "
                                             "risc-v-32, xtensa or generic. Correct the file."));
        return Processor::Generic;
    }

    void readCurrent(Board& board)
    {
        if (!field(m_root, "current"))
            return;
        if (const Json* current = part("current", {"activeMilliamperes", "volts", "source"})) {
            board.activeMilliamperes = number(*current, "activeMilliamperes");
            board.volts = number(*current, "volts");
            board.currentSource = text(*current, "source");
        }
    }

    void readBuild(Board& board)
    {
        if (const Json* build = part("build", {"toolchain", "mcu", "arduinoVariant", "arduinoBoard"})) {
            board.toolchain = text(*build, "toolchain");
            board.compilerMcu = text(*build, "mcu");
            board.arduinoVariant = text(*build, "arduinoVariant");
            board.arduinoBoard = text(*build, "arduinoBoard");
        }
    }

    void readUpload(Board& board)
    {
        if (const Json* upload = part("upload", {"tool", "programmer", "part", "baud"})) {
            board.uploader = text(*upload, "tool");
            board.uploaderProgrammer = text(*upload, "programmer");
            board.uploaderPart = text(*upload, "part");
            const std::int64_t baud = whole(*upload, "baud");
            if (baud > 4000000)
                fail("baud",
                     BROTO_TEXT("core",
                                "In the board description, \"%1\" should be at most 4000000. Correct the file."));
            board.uploaderBaud = static_cast<int>(std::min<std::int64_t>(baud, 4000000));
        }
    }

    void readUsb(Board& board)
    {
        const Json* ids = field(m_root, "usb");
        if (!ids || !ids->is_array())
            return fail("usb",
                        BROTO_TEXT("core", "In the board description, \"%1\" should be a list. Correct the file."));
        for (const Json& entry : *ids) {
            const auto id = entry.is_string() ? usbIdOf(entry.get_ref<const std::string&>()) : std::nullopt;
            if (!id)
                return fail("usb", BROTO_TEXT("core", "In the board description, \"%1\" should be a list of texts such "
                                                      "as \"2341:0043\". Correct the file."));
            board.usbIds.push_back(*id);
        }
    }

    void readVirtual(Board& board)
    {
        const Json* value = field(m_root, "virtual");
        if (!value || !value->is_boolean())
            return fail(
                "virtual",
                BROTO_TEXT("core", "In the board description, \"%1\" should be true or false. Correct the file."));
        board.isVirtual = value->get<bool>();
    }

    const Json m_root;
    std::optional<Message> m_problem;
};

}

Result<BoardDescription> parseDescription(std::string_view json)
{
    return DescriptionReader(json).read();
}

}
