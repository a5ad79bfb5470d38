// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_TABLE_INT8_H
#define BROTO_RUNTIME_TABLE_INT8_H

#include "flash.h"

namespace broto {
namespace runtime {

/// Every activation but ReLU and linear: 256 entries, the first for -128.
BROTO_ONCE inline void applyTable(const int8_t* table, uint16_t count, int8_t* y)
{
    for (uint16_t i = 0; i < count; ++i)
        y[i] = fromFlash(table + (static_cast<int16_t>(y[i]) + 128));
}

} // namespace runtime
} // namespace broto

#endif
