#pragma once

#include "device/board_connection.h"
#include "device/live_answer.h"

#include <QString>

/// What a board answers and how its line is, in words.
namespace broto::ui {

QString connectionText(ConnectionState state, const Port& port); ///< "Opening /dev/ttyACM0 …"
QString answerTimeText(double time, TimeUnit unit);              ///< "1.9 ms", "30,512 instructions"

/// "setosa", "412.3 ppm"; of a row that is refused a dash.
QString answerText(const Prediction& prediction, const Target& target);
QString truthText(float truth, const Target& target);              ///< likewise
QString errorText(const LiveAnswer& answer, const Target& target); ///< "+0.036"; empty for a class
QString certaintyText(const Prediction& prediction);               ///< "98.2 % certain"; empty for a number

/// Where the answers part, in sentences; empty where they do not.
QString differenceText(const LiveAnswer& answer);

}
