// SPDX-License-Identifier: MIT-0
// @TITLE@
//
// Says whether this computer gives the answers that the workbench gave, and what it answers.

#include <@MODEL@.h>
#include <stdio.h>

namespace model = broto::@MODEL@;

static void answerOnce()
{
@EXAMPLE@
}

int main()
{
    answerOnce();
    const bool isRight = model::selfTest();
    printf("Self-test: %s\n", isRight ? "PASS" : "FAIL");
    return isRight ? 0 : 1;
}
