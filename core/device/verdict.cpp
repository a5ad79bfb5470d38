#include "device/verdict.h"

#include "common/number_text.h"

namespace broto {

namespace {

/// With as many digits as a float has.
double asWritten(float number)
{
    return parseNumber(shortest(number)).value_or(number);
}

Argument answerIn(const Said& said)
{
    return said.className.empty() ? Argument(asWritten(said.value)) : Argument(said.className);
}

/// Who refuses the row, and what the other side answers.
Message refusalOf(const Difference& difference)
{
    const Said &workbench = difference.expected, &board = difference.received;
    if (workbench.refusedFor.empty())
        return {"device.board-refuses",
                BROTO_TEXT("core", "The board refuses to answer, because %1 is missing; the workbench answers %2."),
                {board.refusedFor, answerIn(workbench)}};
    if (board.refusedFor.empty())
        return {"device.workbench-refuses",
                BROTO_TEXT("core", "The workbench refuses to answer, because %1 is missing; the board answers %2."),
                {workbench.refusedFor, answerIn(board)}};
    return {"device.both-refuse",
            BROTO_TEXT("core", "The board refuses to answer because %1 is missing, the workbench because %2 is."),
            {board.refusedFor, workbench.refusedFor}};
}

/// People count from 1.
void addDifference(const Difference& difference, std::vector<Message>& sentences)
{
    if (difference.isRefusal())
        sentences.push_back(refusalOf(difference));
    else
        sentences.push_back(message("device.output-differs",
                                    BROTO_TEXT("core", "At the output “%1” the workbench has %2 and the board %3."),
                                    difference.outputName, difference.expected.raw, difference.received.raw));
    if (difference.feature >= 0)
        sentences.push_back(message("device.feature-differs",
                                    BROTO_TEXT("core", "It begins in the feature “%1” of the window."),
                                    difference.featureName));
    if (difference.layer >= 0)
        sentences.push_back(message("device.layer-differs", BROTO_TEXT("core", "It begins in layer %1, neuron %2."),
                                    difference.layer + 1, difference.neuron + 1));
}

}

bool agrees(const BoardReport& report)
{
    if (report.firstDifference)
        return false;
    return report.board.floatOutputs ? report.largestDifference <= roundingMayDo : report.identical == report.rows;
}

Message verdictOf(const BoardReport& report)
{
    const bool windows = report.board.channels > 0;
    if (!report.board.floatOutputs)
        return message("device.identical",
                       windows ? BROTO_TEXT("core", "%1 of %2 windows identical")
                               : BROTO_TEXT("core", "%1 of %2 rows identical"),
                       report.identical, report.rows);
    if (report.largestDifference <= roundingMayDo)
        return message("device.same-but-for-rounding",
                       windows ? BROTO_TEXT("core", "%1 windows the same but for rounding (%2 at most)")
                               : BROTO_TEXT("core", "%1 rows the same but for rounding (%2 at most)"),
                       report.rows, asWritten(static_cast<float>(report.largestDifference)));
    return message("device.more-than-rounding",
                   windows ? BROTO_TEXT("core", "%1 windows differ by up to %2, which is more than rounding does")
                           : BROTO_TEXT("core", "%1 rows differ by up to %2, which is more than rounding does"),
                   report.rows, asWritten(static_cast<float>(report.largestDifference)));
}

std::vector<Message> whereTheyPart(const BoardReport& report)
{
    if (!report.firstDifference)
        return {};
    const bool windows = report.board.channels > 0;
    std::vector<Message> sentences = {message("device.first-difference",
                                              windows ? BROTO_TEXT("core", "The first difference is in window %1.")
                                                      : BROTO_TEXT("core", "The first difference is in row %1."),
                                              report.firstDifference->row + 1)};
    addDifference(*report.firstDifference, sentences);
    return sentences;
}

std::vector<Message> whereTheyPart(const LiveAnswer& answer)
{
    if (answer.same)
        return {};
    std::vector<Message> sentences;
    if (answer.question.testRow)
        sentences.push_back(message("device.first-difference", BROTO_TEXT("core", "The first difference is in row %1."),
                                    *answer.question.testRow + 1));
    if (answer.difference)
        addDifference(*answer.difference, sentences);
    else
        sentences.push_back(message("device.outputs-differ",
                                    BROTO_TEXT("core", "The outputs differ by %1, which is more than rounding does."),
                                    asWritten(static_cast<float>(answer.largestDifference))));
    return sentences;
}

}
