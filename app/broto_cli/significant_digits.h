#pragma once

#include <string>

namespace broto {

/// "0.0105", "1235159", "5.2e-10": a number for people with so many significant digits at most. Whole numbers are not
/// rounded, and ten to some power is written only where the zeros would have to be counted. A dash where there is none.
std::string significantDigits(double number, int digits);

}
