#pragma once

#include "import/dense_chain.h"

namespace broto {

/// The integers of `second` that values still reach which have been through `first`: they are cut off by both.
QuantizeStep narrowed(const QuantizeStep& first, const QuantizeStep& second);

/// What is below 0 is cut off, as a ReLU does it; or what is above.
bool beginsAtZero(const QuantizeStep& step);
bool endsAtZero(const QuantizeStep& step);

/// What is left of a value.
float valueBehind(const QuantizeStep& step, float value);

/// The integer in the middle of those that there are. Broto's inputs are around 0.
std::int64_t middleOf(const QuantizeStep& step);

/// What one step stands for where 127 of them to both sides of the middle hold all values.
double symmetricScale(const QuantizeStep& step);

/// The largest size of a value that the integers stand for; of those above 0 alone.
double reachOf(const QuantizeStep& step);
double reachAbove(const QuantizeStep& step);

}
