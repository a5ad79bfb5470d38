#pragma once

namespace broto {

/// Floating-point operations a nanosecond of CPU time that this core reaches when it does nothing else: fused
/// multiplications and additions of eight floats, each counted as two operations. For processors with AVX2 and FMA;
/// 0 where the program is built for others.
double multiplyAddLimit();

}
