#include "project/damage.h"

namespace broto::damage {

namespace {
constexpr std::string_view id = "project.damaged";
}

Message notAnArchive()
{
    return message(id, BROTO_TEXT("core", "This is not a Broto project, or only a part of one: it is no complete ZIP "
                                          "archive. Open another copy of it, if there is one."));
}

Message unreadableEntry(std::string_view entry)
{
    return message(id,
                   BROTO_TEXT("core", "The project file is damaged: %1 in it cannot be unpacked. "
                                      "Open another copy of it, if there is one."),
                   entry);
}

Message missingEntry(std::string_view entry)
{
    return message(id,
                   BROTO_TEXT("core", "The project file is damaged: %1 is missing in it. "
                                      "Open another copy of it, if there is one."),
                   entry);
}

Message tooMuch(std::size_t mebibytes)
{
    return message(id,
                   BROTO_TEXT("core", "The project file was not opened: it would unpack to more than %1 MiB, which no "
                                      "project does. Make sure that it comes from someone you trust."),
                   mebibytes);
}

Message notJson()
{
    return message(id, BROTO_TEXT("core", "The project file is damaged: its project.json cannot be read. "
                                          "Open another copy of it, if there is one."));
}

Message missingField(std::string_view field)
{
    return message(id,
                   BROTO_TEXT("core", "The project file is damaged: “%1” is missing in its project.json. "
                                      "Open another copy of it, if there is one."),
                   field);
}

Message wrongKind(std::string_view field)
{
    return message(id,
                   BROTO_TEXT("core", "The project file is damaged: “%1” in its project.json is of the wrong kind. "
                                      "Open another copy of it, if there is one."),
                   field);
}

Message outOfRange(std::string_view field)
{
    return message(id,
                   BROTO_TEXT("core", "The project file is damaged: “%1” in its project.json has a value that it "
                                      "cannot have. Open another copy of it, if there is one."),
                   field);
}

Message wrongArray(std::string_view entry)
{
    return message(id,
                   BROTO_TEXT("core", "The project file is damaged: %1 in it does not hold the numbers that belong "
                                      "there. Open another copy of it, if there is one."),
                   entry);
}

Message wrongTable(std::string_view entry, const Message& reason)
{
    return message(id,
                   BROTO_TEXT("core", "The project file is damaged: the table %1 in it cannot be read as before. %2"),
                   entry, inEnglish(reason));
}

Message wrongModel(std::string_view variant, const Message& reason)
{
    return message(id, BROTO_TEXT("core", "The project file is damaged: the model %1 in it cannot work. %2"), variant,
                   inEnglish(reason));
}

}
