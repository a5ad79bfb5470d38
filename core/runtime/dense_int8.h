// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_DENSE_INT8_H
#define BROTO_RUNTIME_DENSE_INT8_H

// Dense layers with int8 weights, one file a kind, so that a model takes along only the kinds it has.

#include "hidden_int8.h"
#include "scores_int8.h"
#include "sums_int8.h"
#include "table_int8.h"

#endif
