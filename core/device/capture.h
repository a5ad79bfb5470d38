#pragma once

#include "device/captured_rows.h"
#include "device/line_channels.h"
#include "device/line_reader.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

struct CaptureOptions {
    /// Names for numbers that have no labels, in order; of labelled numbers those that are wanted. Empty: all there
    /// are.
    std::vector<std::string> columns;
    std::string labelName;  ///< a column with the same text in every row, such as "gesture"; empty: none
    std::string labelValue; ///< "wave"
    bool times = false;     ///< a first column with the seconds since the first row
};

/// "gesture=wave" taken apart; false: there is no name, or no mark.
bool parseLabel(std::string_view text, CaptureOptions& options);

/// Makes rows of the lines of a device. Lines without numbers, and those with more or fewer than the others, are passed
/// over. Labelled numbers that come on lines of their own share a row until one of them comes again.
class Capture {
public:
    /// `known`: what the device has printed before, which counts unless columns are given.
    explicit Capture(CaptureOptions options, const LineChannels& known = LineChannels());

    /// Learns which numbers there are, and keeps none: for what comes before the beginning.
    void getReady(const TimedLine& line);
    void take(const TimedLine& line);

    std::size_t rows() const { return m_times.size(); }
    /// Whether the last row may still get numbers of the next line.
    bool lastRowIsOpen() const;
    std::size_t passedOver() const { return m_passedOver; } ///< lines, empty ones not counted
    const std::string& firstPassedOver() const { return m_firstPassedOver; }
    /// Headers, as known by now; what was known before and does not come any more is none of them.
    std::vector<std::string> columns() const;
    const LineChannels& channels() const { return m_channels; }

    /// The first rows, at most so many.
    CapturedRows captured(std::size_t most = static_cast<std::size_t>(-1)) const;
    /// Columns that were asked for and that no row has.
    std::vector<std::string> missingColumns() const;

private:
    struct Chosen {
        std::string header;
        std::optional<std::size_t> channel; ///< nothing: the device does not print it
    };
    std::vector<Chosen> chosen() const;
    bool hasNumbers(std::size_t channel) const;
    bool fitsLastRow(const std::vector<double>& values) const;

    CaptureOptions m_options;
    LineChannels m_channels;
    std::vector<std::vector<double>> m_numbers; ///< of each channel; those of channels that came late are shorter
    std::vector<double> m_times;                ///< of the rows
    std::size_t m_passedOver = 0;
    std::string m_firstPassedOver;
};

}
