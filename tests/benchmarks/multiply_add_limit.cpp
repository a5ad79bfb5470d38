// Compiled for AVX2 and FMA where there are such. Twelve chains, because a result is ready only some cycles after the
// next one could begin.
#include "multiply_add_limit.h"

#include "training_tasks.h"

#if defined(__AVX2__) && defined(__FMA__)

#include <immintrin.h>

namespace broto {

namespace {

constexpr int chains = 12;
constexpr int rounds = 4'000'000;

double timedRounds()
{
    __m256 sums[chains];
    for (__m256& sum : sums)
        sum = _mm256_setzero_ps();
    __m256 factor = _mm256_set1_ps(0.5f);
    const double begin = cpuNanoseconds();
    for (int round = 0; round < rounds; ++round) {
        asm volatile("" : "+x"(factor)); // or the compiler would compute the result ahead
#pragma GCC unroll 12
        for (int i = 0; i < chains; ++i)
            sums[i] = _mm256_fmadd_ps(sums[i], factor, factor);
    }
    const double time = cpuNanoseconds() - begin;
    for (__m256& sum : sums)
        asm volatile("" : "+x"(sum));
    return time;
}

}

double multiplyAddLimit()
{
    constexpr double operations = 2.0 * 8 * chains * rounds;
    return operations / leastOf(9, timedRounds);
}

}

#else

namespace broto {

double multiplyAddLimit()
{
    return 0;
}

}

#endif
