#include "boards/board_description.h"

#include "boards/description_fields.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace broto {

namespace {

using Json = nlohmann::json;

constexpr std::int64_t fastestPort = 4'000'000;
constexpr std::int64_t mostAnalogBits = 24; ///< a reading is a float without a loss
constexpr std::size_t longestPinName = 8;

struct NamedProcessor {
    std::string_view name;
    Processor processor;
};
constexpr NamedProcessor processors[] = {
    {"avr", Processor::Avr},           {"cortex-m0", Processor::CortexM0}, {"cortex-m4", Processor::CortexM4},
    {"risc-v-32", Processor::RiscV32}, {"xtensa", Processor::Xtensa},      {"generic", Processor::Generic}};

struct NamedForm {
    std::string_view name;
    FirmwareForm form;
};
constexpr NamedForm forms[] = {
    {"hex", FirmwareForm::Hex}, {"elf", FirmwareForm::Elf}, {"bin", FirmwareForm::Bin}, {"uf2", FirmwareForm::Uf2}};

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

/// It is written into a sketch.
bool isPinName(std::string_view name)
{
    return name.size() <= longestPinName && std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
           });
}

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
        m_fields.allowOnly(m_root,
                           {"id", "rank", "name", "chip", "processor", "clockHz", "flashBytes", "ramBytes", "current",
                            "analog", "builds", "uploads", "usb", "serialPrefixes", "virtual", "note"});
        board.id = m_fields.text(m_root, "id");
        description.rank = m_fields.whole(m_root, "rank");
        board.name = m_fields.text(m_root, "name");
        board.chip = m_fields.text(m_root, "chip");
        board.processor = processor();
        board.clockHz = m_fields.number(m_root, "clockHz");
        board.flashBytes = m_fields.whole(m_root, "flashBytes");
        board.ramBytes = m_fields.whole(m_root, "ramBytes");
        readCurrent(board);
        readAnalog(board);
        for (const Json* build : m_fields.objects(m_root, "builds"))
            readBuild(*build, board);
        for (const Json* upload : m_fields.objects(m_root, "uploads"))
            board.uploads.push_back(uploadOf(*upload));
        readUsb(board);
        board.serialPrefixes = m_fields.textsOrNone(m_root, "serialPrefixes");
        board.isVirtual = m_fields.yesOrNo(m_root, "virtual");
        if (m_fields.problem())
            return *m_fields.problem();
        return description;
    }

private:
    Processor processor()
    {
        const std::string name = m_fields.text(m_root, "processor");
        for (const NamedProcessor& known : processors)
            if (known.name == name)
                return known.processor;
        m_fields.fail("processor",
                      BROTO_TEXT("core", "In the board description, \"%1\" should be avr, cortex-m0, cortex-m4, "
                                         "risc-v-32, xtensa or generic. Correct the file."));
        return Processor::Generic;
    }

    void readCurrent(Board& board)
    {
        const Json* current = m_fields.part(m_root, "current");
        if (!current)
            return;
        m_fields.allowOnly(*current, {"activeMilliamperes", "volts", "source"});
        board.activeMilliamperes = m_fields.number(*current, "activeMilliamperes");
        board.volts = m_fields.number(*current, "volts");
        board.currentSource = m_fields.text(*current, "source");
    }

    /// Which may be left out.
    void readAnalog(Board& board)
    {
        const Json* analog = m_root.contains("analog") ? m_fields.part(m_root, "analog") : nullptr;
        if (!analog)
            return;
        m_fields.allowOnly(*analog, {"pins", "bits"});
        board.analogPins = m_fields.texts(*analog, "pins");
        if (board.analogPins.empty() || !std::all_of(board.analogPins.begin(), board.analogPins.end(), isPinName))
            m_fields.fail("pins", BROTO_TEXT("core", "In the board description, \"%1\" should be names of pins such as "
                                                     "\"A0\" or \"34\". Correct the file."));
        const std::int64_t bits = m_fields.whole(*analog, "bits");
        if (bits > mostAnalogBits)
            m_fields.fail("bits",
                          BROTO_TEXT("core", "In the board description, \"%1\" should be at most 24. Correct the "
                                             "file."));
        board.analogBits = static_cast<int>(std::min(bits, mostAnalogBits));
    }

    void readBuild(const Json& build, Board& board)
    {
        const std::string with = m_fields.text(build, "with");
        if (with == "avr-gcc") {
            m_fields.allowOnly(build, {"with", "mcu", "arduinoVariant", "arduinoBoard", "defines"});
            board.builds.push_back(AvrGccBuild{m_fields.text(build, "mcu"), m_fields.text(build, "arduinoVariant"),
                                               m_fields.text(build, "arduinoBoard"),
                                               m_fields.textsOrNone(build, "defines")});
        } else if (with == "bare-metal") {
            m_fields.allowOnly(build, {"with", "machine"});
            board.builds.push_back(BareMetalBuild{m_fields.text(build, "machine")});
        } else if (with == "arduino-cli") {
            m_fields.allowOnly(build, {"with", "board", "packageIndex"});
            board.builds.push_back(
                ArduinoCliBuild{m_fields.text(build, "board"), m_fields.textOr(build, "packageIndex", "")});
            const std::string& name = std::get<ArduinoCliBuild>(board.builds.back()).board;
            if (std::count(name.begin(), name.end(), ':') < 2)
                m_fields.fail("board", BROTO_TEXT("core", "In the board description, \"%1\" should be a name such as "
                                                          "\"arduino:avr:uno\". Correct the file."));
        } else {
            m_fields.fail("with", BROTO_TEXT("core", "In the board description, \"%1\" should be avr-gcc, bare-metal "
                                                     "or arduino-cli. Correct the file."));
        }
    }

    UploadWay uploadOf(const Json& upload)
    {
        m_fields.allowOnly(upload, {"tool", "arguments", "drive", "form", "touchBaud", "loaderPort"});
        UploadWay way;
        if (upload.contains("touchBaud")) {
            const std::int64_t baud = m_fields.whole(upload, "touchBaud");
            if (baud > fastestPort)
                m_fields.fail("touchBaud", BROTO_TEXT("core", "In the board description, \"%1\" should be at most "
                                                              "4000000. Correct the file."));
            way.touchBaud = static_cast<int>(std::min(baud, fastestPort));
        }
        way.loaderPort = upload.contains("loaderPort") && m_fields.yesOrNo(upload, "loaderPort");
        if (upload.contains("drive"))
            way.how = DriveUpload{m_fields.text(upload, "drive"), formOf(upload)};
        else
            way.how = toolOf(upload);
        return way;
    }

    ToolUpload toolOf(const Json& upload)
    {
        ToolUpload way{m_fields.text(upload, "tool"), m_fields.texts(upload, "arguments")};
        if (std::any_of(way.arguments.begin(), way.arguments.end(), hasUnknownPlace))
            m_fields.fail("arguments", BROTO_TEXT("core", "In the board description, \"%1\" should hold no places but "
                                                          "{port}, {portName}, {hex}, {elf}, {bin}, {uf2}, {stem} and "
                                                          "{folder}. Correct the file."));
        return way;
    }

    FirmwareForm formOf(const Json& upload)
    {
        const std::string name = m_fields.text(upload, "form");
        for (const NamedForm& known : forms)
            if (known.name == name)
                return known.form;
        m_fields.fail("form", BROTO_TEXT("core", "In the board description, \"%1\" should be hex, elf, bin or uf2. "
                                                 "Correct the file."));
        return FirmwareForm::Hex;
    }

    void readUsb(Board& board)
    {
        for (const std::string& text : m_fields.texts(m_root, "usb")) {
            if (const std::optional<UsbId> id = usbIdOf(text))
                board.usbIds.push_back(*id);
            else
                m_fields.fail("usb", BROTO_TEXT("core", "In the board description, \"%1\" should be a list of texts "
                                                        "such as \"2341:0043\". Correct the file."));
        }
    }

    const Json m_root;
    DescriptionFields m_fields;
};

}

Result<BoardDescription> parseDescription(std::string_view json)
{
    return DescriptionReader(json).read();
}

}
