// SPDX-License-Identifier: MIT-0
// @TITLE@
//
// Answers what stands in the program, once a second.

#include <@MODEL@.h>
#include <freertos/FreeRTOS.h>
#include <freertos/task.h>
#include <stdio.h>

namespace model = broto::@MODEL@;

static void answerOnce()
{
@EXAMPLE@
}

extern "C" void app_main(void)
{
    printf("Self-test: %s\n", model::selfTest() ? "PASS" : "FAIL");
    for (;;) {
        answerOnce();
        vTaskDelay(pdMS_TO_TICKS(1000));
    }
}
