#pragma once

#include "common/result.h"
#include "compression/deployable_model.h"
#include "device/board_connection.h"
#include "device/sensor_pin.h"
#include "device/virtual/avr_machine.h"

#include <memory>
#include <string>
#include <string_view>

namespace broto {

/// An Intel HEX file's bytes in a flash of `size` bytes. Empty: that is none.
std::string imageOf(std::string_view hexFile, std::size_t size);

/// The true firmware of a model, as an Uno's flash holds it; without the boot loader.
Result<std::string> unoImage(const DeployableModel& model, const std::vector<SensorPin>& pins = {});

/// An emulated Uno that runs it, from its power on.
std::shared_ptr<AvrMachine> unoWith(std::string_view image);

/// Lines to it, in its own time. Opening one resets it, and `most` becomes the most bytes that were ever on their way
/// without an answer.
LineSource linesTo(std::shared_ptr<AvrMachine> uno,
                   std::shared_ptr<std::size_t> most = std::make_shared<std::size_t>());

/// Seconds of its time since it was made.
double secondsOf(const AvrMachine& uno);

}
