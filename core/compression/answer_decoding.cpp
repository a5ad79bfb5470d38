#include "compression/answer_decoding.h"

#include "runtime/answer.h"

#include <algorithm>
#include <cmath>

namespace broto {

namespace {

/// Far beyond what a model comes to. A board may tell any number, and one with an offset must not overflow.
constexpr std::int32_t largestSum = 1 << 30;

template<class Score>
std::vector<float> softmax(const std::vector<Score>& scores, float scale)
{
    const Score best = *std::max_element(scores.begin(), scores.end());
    std::vector<float> result;
    double sum = 0;
    for (const Score score : scores) {
        const double part = std::exp((static_cast<double>(score) - static_cast<double>(best)) * scale);
        result.push_back(static_cast<float>(part));
        sum += part;
    }
    for (float& part : result)
        part = static_cast<float>(part / sum);
    return result;
}

template<class Score>
void decideClass(Prediction& prediction, const std::vector<Score>& scores, float scale)
{
    prediction.classIndex = runtime::largest(scores.data(), static_cast<std::uint16_t>(scores.size()));
    prediction.certainty = softmax(scores, scale);
}

}

void decodeOutputs(const OutputDecoding& decoding, Prediction& prediction)
{
    const Target& target = decoding.target;
    const bool floats = !prediction.rawFloat.empty();
    if (target.task == Task::Classification && floats)
        decideClass(prediction, prediction.rawFloat, 1);
    else if (target.task == Task::Classification)
        decideClass(prediction, prediction.raw, decoding.scoreScale);
    else if (floats)
        prediction.value = prediction.rawFloat[0] * target.deviation + target.centre;
    else
        prediction.value = runtime::answerFromSum(std::clamp(prediction.raw[0], -largestSum, largestSum),
                                                  decoding.offset[0], decoding.unit[0]);
}

}
