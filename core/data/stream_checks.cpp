#include "data/check_context.h"
#include "data/stream_signs.h"

namespace broto {

void checkStream(const CheckContext& context, std::vector<DataCheck>& checks)
{
    // Of a motion or a vibration one reading tells nothing; the air of a room can be told by one a minute.
    constexpr double fastReadings = 1; // a second
    if (context.choices.windows)
        return;
    const StreamSigns signs = streamSigns(context.table, context.choices);
    if (!signs.likely)
        return;
    const bool fast = measuredRate(context.table, context.choices).value_or(0) >= fastReadings;
    DataCheck check{fast ? DataCheck::Severity::Warning : DataCheck::Severity::Note,
                    message("data.check-stream",
                            BROTO_TEXT("core", "These rows look like a stream of readings: %1 windows could be made of "
                                               "them. Told by a window, the network sees how the readings move."),
                            signs.windows),
                    {},
                    message("data.remedy-windows", BROTO_TEXT("core", "Make windows")),
                    context.choices};
    check.remedied.windows = signs.proposal;
    checks.push_back(std::move(check));
}

}
