#pragma once

#include "network/network.h"

#include <vector>

namespace broto {

/// The outputs of every layer for a batch into buffers that keep their memory from call to call.
void forwardInto(const Network& network, const Eigen::Ref<const Matrix>& inputs, std::vector<Matrix>& outputs);

/// Makes Eigen cut large products into the same pieces on every machine: by itself it asks the processor for its cache
/// sizes, and the order of the sums, hence the last bits, would follow them. Call it before any product whose bits
/// matter.
void fixProductBlocking();

}
