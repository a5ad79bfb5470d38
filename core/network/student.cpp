#include "network/student.h"

#include <cassert>
#include <cmath>
#include <numbers>

namespace broto {

namespace {

/// The share of the distribution within ±sqrt(degrees) tan(angle): for whole degrees a finite sum (Abramowitz and
/// Stegun 26.7.3 and 26.7.4).
double shareWithin(double angle, int degrees)
{
    const double sine = std::sin(angle), cosine = std::cos(angle);
    const bool odd = degrees % 2 != 0;
    double term = odd ? cosine : 1, sum = 0;
    for (int i = odd ? 1 : 0; i <= degrees - 2; i += 2) {
        sum += term;
        term *= cosine * cosine * (i + 1) / (i + 2);
    }
    return odd ? (angle + sine * sum) * 2 * std::numbers::inv_pi : sine * sum;
}

}

double studentBound(int degrees)
{
    assert(degrees >= 1);
    double low = 0, high = std::numbers::pi / 2;
    for (int step = 0; step < 60; ++step) {
        const double angle = (low + high) / 2;
        (shareWithin(angle, degrees) < 0.95 ? low : high) = angle;
    }
    return std::sqrt(static_cast<double>(degrees)) * std::tan(low);
}

}
