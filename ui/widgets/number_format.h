#pragma once

#include "data/data_choices.h"

#include <QString>

#include <cstdint>

/// Numbers as people read them, in the language of the window, with their units.
namespace broto::ui {

QString countText(std::int64_t count);                    ///< "10,230"
QString bytesText(std::int64_t bytes);                    ///< "120 B", "3.1 KiB"
QString bytesOfText(std::int64_t used, std::int64_t all); ///< "3.1 of 31.5 KiB", "120 of 2,048 B"
QString durationText(double seconds);                     ///< "0.8 s", "2 min 5 s"
QString microsecondsText(double microseconds);            ///< "212 µs", "1.9 ms"
QString microjoulesText(double microjoules);              ///< "14 µJ"
QString clockText(double hertz);                          ///< "16 MHz"
QString valueText(double value);                          ///< six digits, or all before the point
QString roughText(double value);                          ///< of an error: four digits at most
QString shareText(std::size_t part, std::size_t whole);   ///< "33.3 %"
QString metricText(Task task, double metric);             ///< "97.3 %" for accuracy, "0.981" for R²
QString metricName(Task task);

/// "+0.3 points" for accuracy, "-0.0012" for R²; the sign always shown.
QString changeText(Task task, double change);

/// The same for a narrow column: "+0.3 pt".
QString shortChangeText(Task task, double change);

/// "−0.6 … +1.2", in points for accuracy; a dash where nothing is known.
QString changeRangeText(Task task, double low, double high);

}
