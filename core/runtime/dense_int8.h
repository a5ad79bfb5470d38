// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_DENSE_INT8_H
#define BROTO_RUNTIME_DENSE_INT8_H

// Dense layers on int8 activations: what becomes of the sums, and how weights are stored, one file a kind, so that a
// model takes along only the kinds it has.

#include "dense_avr.h"
#include "dense_cortex_m0.h"
#include "dense_cortex_m4.h"
#include "dense_groups.h"
#include "group_int4.h"
#include "hidden_int8.h"
#include "scores_int8.h"
#include "sums_int8.h"
#include "table_int8.h"
#include "weights_codebook.h"
#include "weights_int4.h"
#include "weights_int8.h"
#include "weights_sparse.h"
#include "weights_ternary.h"

#endif
