// Rows a second of a virtual Uno, by its own clock, with as many requests under way as its receive buffer holds; beside
// what a line of 10,400 bytes a second would carry if the board needed no time at all.

#include "end_to_end/board_line/row_rate.h"

#include <cstdio>

using namespace broto;

int main()
{
    std::printf("network  request  answer  unanswered at most    rows/s   limit  share  one by one\n");
    for (const char* network : {"A", "B", "C"}) {
        const Result<RowRate> rate = rowRate(network, 300);
        if (!rate) {
            std::fprintf(stderr, "%s\n", inEnglish(rate.error()).c_str());
            return 1;
        }
        std::printf("%-7s %5zu B %5zu B %12zu B of %zu B %8.1f %7.1f  %.2f %11.1f\n", network, rate->requestBytes,
                    rate->answerBytes, rate->mostUnanswered, rate->receiveBuffer, rate->rowsASecond, rate->limit(),
                    rate->rowsASecond / rate->limit(), rate->oneByOne);
    }
    return 0;
}
