#include "device/uploader_output.h"

#include "device/avrdude_output.h"
#include "device/percent_output.h"

#include <algorithm>

namespace broto {

std::unique_ptr<UploaderOutput> followUploader(std::string_view tool, const std::vector<std::string>& arguments)
{
    const auto files = std::count_if(arguments.begin(), arguments.end(),
                                     [](const std::string& argument) { return argument.ends_with(".bin"); });
    for (const ToolManner& manner : toolManners())
        if (manner.tool == tool)
            return std::make_unique<PercentOutput>(manner, std::max(1, static_cast<int>(files)));
    return std::make_unique<AvrdudeOutput>();
}

Message uploadUnanswered(std::string_view port, std::string_view boardName)
{
    return message("device.uploader-unanswered",
                   BROTO_TEXT("core",
                              "Nothing on %1 answers as the loader of an %2 would. Is it the board you have chosen? "
                              "Press its reset button and try again."),
                   port, boardName);
}

Message uploadNotVerified(std::string_view boardName, std::string_view where)
{
    if (where.empty())
        return message("device.verification-failed",
                       BROTO_TEXT("core",
                                  "What was written to the %1 reads back differently. Try again; if it stays so, the "
                                  "board's flash is worn out."),
                       boardName);
    return message("device.verification-failed",
                   BROTO_TEXT("core",
                              "What was written to the %1 reads back differently, first at byte %2. Try again; if "
                              "it stays so, the board's flash is worn out."),
                   boardName, where);
}

}
