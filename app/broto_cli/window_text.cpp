#include "window_text.h"

#include "common/number_text.h"
#include "language.h"

namespace broto {

Json windowsJson(const std::optional<Stream>& stream)
{
    if (!stream)
        return nullptr;
    return {{"length", stream->length},
            {"stride", stream->stride},
            {"readingsPerSecond", stream->readingsPerSecond > 0 ? Json(stream->readingsPerSecond) : Json(nullptr)},
            {"channels", stream->channels.size()},
            {"features", stream->features.size()}};
}

std::string windowsText(const Stream& stream)
{
    std::string sentence = text(BROTO_TEXT("cli", "Windows of %1 readings of %2 columns, a new one every %3 readings, "
                                                  "told by %4 features."),
                                stream.length, stream.channels.size(), stream.stride, stream.features.size());
    if (stream.readingsPerSecond > 0)
        sentence += " " + text(BROTO_TEXT("cli", "%1 readings a second."), shortest(stream.readingsPerSecond));
    return sentence;
}

}
