#pragma once

namespace broto {

/// Whether this processor and its operating system run instructions of AVX2 and FMA.
bool processorHasAvx2();

}
