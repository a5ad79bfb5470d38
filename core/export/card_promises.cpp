#include "export/card_promises.h"

#include "boards/board.h"
#include "common/number_text.h"
#include "export/cost_estimate.h"
#include "export/cpp_text.h"

#include <array>
#include <cmath>

namespace broto {

namespace {

constexpr std::size_t promiseLabelWidth = 12;

// Beside the arrays: what more functions of the compiler take, and what they save.
constexpr std::int64_t selfTestStack = 64;
constexpr std::int64_t streamStack = 256; // features of a window

std::string promiseLine(std::string_view label, const std::string& text)
{
    std::string start = "  " + std::string(label);
    start.resize(promiseLabelWidth, ' ');
    return wrappedComment(start + text, promiseLabelWidth);
}

std::string right(std::string text, std::size_t width)
{
    return std::string(text.size() < width ? width - text.size() : 0, ' ') + text;
}

std::string timeText(double microseconds)
{
    if (microseconds < 1000)
        return fixed(microseconds, 0) + " us";
    return fixed(microseconds / 1000, microseconds < 100'000 ? 1 : 0) + " ms";
}

/// The first of the catalogue are those that most rooms have.
constexpr std::size_t boardsOnACard = 8;

/// The name of an answer's function.
std::string_view askingFunction(const HeaderFacts& facts)
{
    return facts.isClassification ? "classify" : "predict";
}

std::string calls(const HeaderFacts& facts)
{
    if (facts.isFloat)
        return "no library but the functions of <math.h>";
    if (facts.isStream())
        return "no library; the features of a window are single float operations";
    if (facts.isClassification)
        return "no library and no float arithmetic";
    return "no library, and float arithmetic only for the answer: one conversion and one multiplication";
}

}

std::int64_t stackBytes(const HeaderFacts& facts)
{
    return largestStack(facts.model.arithmetic, facts.outputs);
}

std::int64_t selfTestStackBytes(const HeaderFacts& facts)
{
    return stackBytes(facts) + selfTestStack + std::int64_t{4} * facts.model.features() +
           (facts.isStream() ? streamStack : 0);
}

std::string boardCosts(const HeaderFacts& facts)
{
    std::string text = commentLine("Costs of the model, estimated (a build measures them):");
    text += commentLine("  board                       flash (B)  RAM (B)  one answer");
    for (const Board& board : boards().first(boardsOnACard)) {
        const CostEstimate cost = estimateCost(facts.model, board);
        std::string name = "  " + board.name;
        name.resize(28, ' ');
        text += commentLine(name + right(std::to_string(cost.flashBytes), 9) + right(std::to_string(cost.ramBytes), 9) +
                            right(timeText(cost.microseconds), 12) + (cost.fits() ? "" : "  does not fit"));
    }
    return text;
}

std::string promises(const HeaderFacts& facts, std::string_view names, std::string_view sharing)
{
    const std::string stack = std::to_string(stackBytes(facts)), own = std::to_string(selfTestStackBytes(facts));
    std::string text = commentLine("What this file promises:");
    text += promiseLine("Memory", "no heap; weights, tables and names stay in flash; stack at most " + stack +
                                      " bytes for " + std::string(askingFunction(facts)) + " and " + own +
                                      " for selfTest, on processors of 8 to 32 bits");
    text += promiseLine("Calls", calls(facts) + "; no input or output, no exceptions");
    text += promiseLine("Start", "nothing runs before main: there are no objects to construct");
    text +=
        promiseLine("Sharing", std::string(sharing) + ": one at a time, and none from an interrupt while another runs");
    text += promiseLine("Names", std::string(names) + "; macros begin with BROTO_");
    return text;
}

}
