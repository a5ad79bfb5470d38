#pragma once

#include "common/result.h"
#include "data/table.h"

/// What holds for every table, whatever it was read from. Ends the program when it does not.
void requireSound(const broto::Table& table);

/// Ends the program unless `read` is a table that is `table` to the last bit; `what` is then what does not hold.
void requireSame(const broto::Result<broto::Table>& read, const broto::Table& table, const char* what);
