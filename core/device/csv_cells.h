#pragma once

#include <string>
#include <string_view>

namespace broto {

/// A text as a cell of a CSV file: in quotes where it would be read otherwise.
std::string csvText(std::string_view text, char separator = ',');

/// A number as a cell, the shortest that reads back as the same; NaN is an empty one.
std::string csvNumber(double number, char decimal = '.');
std::string csvNumber(float number, char decimal = '.');

}
