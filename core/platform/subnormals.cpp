#include "platform/subnormals.h"

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace broto {

#if defined(__SSE2__)

FlushSubnormals::FlushSubnormals() : m_before(_mm_getcsr())
{
    constexpr unsigned results = 1u << 15, operands = 1u << 6;
    _mm_setcsr(static_cast<unsigned>(m_before) | results | operands);
}

FlushSubnormals::~FlushSubnormals()
{
    _mm_setcsr(static_cast<unsigned>(m_before));
}

#elif defined(__aarch64__)

FlushSubnormals::FlushSubnormals()
{
    asm volatile("mrs %0, fpcr" : "=r"(m_before));
    asm volatile("msr fpcr, %0" : : "r"(m_before | 1ull << 24));
}

FlushSubnormals::~FlushSubnormals()
{
    asm volatile("msr fpcr, %0" : : "r"(m_before));
}

#else

FlushSubnormals::FlushSubnormals() : m_before(0) {}
FlushSubnormals::~FlushSubnormals() = default;

#endif

}
