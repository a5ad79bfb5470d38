#pragma once

#include "board_place.h"
#include "device/line_stream.h"
#include "session.h"

#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace broto {

/// The options of commands that listen to a device.
struct HeardDeviceOptions {
    std::string port;
    std::string virtualBoard;
    std::string baud = "115200"; ///< or "auto"
};
void addHeardDeviceOptions(CLI::App& command, HeardDeviceOptions& options);

/// A device that is listened to. Says what a person should know about it: that it is silent, or prints no text.
class HeardDevice {
public:
    static Result<HeardDevice> open(const HeardDeviceOptions& options, Session& session);

    /// What came since, waiting a moment for it. An error: the device is gone, and nothing is left to take.
    Result<std::vector<TimedLine>> nextLines();

    const std::string& path() const { return m_place.port.path; }
    int baud() const { return m_baud; }
    LineStream& stream() { return *m_stream; }

private:
    HeardDevice(BoardPlace place, int baud, std::unique_ptr<LineStream> stream, Session& session)
        : m_place(std::move(place)), m_baud(baud), m_stream(std::move(stream)), m_session(&session)
    {
    }
    void noteSilence();
    void noteNoise(const std::vector<TimedLine>& lines);

    BoardPlace m_place;
    int m_baud;
    std::unique_ptr<LineStream> m_stream;
    Session* m_session;
    bool m_silenceNoted = false;
    std::string m_beginning; ///< of what came, to see whether it is text
    bool m_beginningSeen = false;
};

/// Seconds in tenths, for people.
std::string secondsText(double seconds);

}
