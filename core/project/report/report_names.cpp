#include "project/report/report_names.h"

namespace broto {

std::string nameOf(Task task, const ReportWords& words)
{
    return task == Task::Classification ? words.say(BROTO_TEXT("core", "which class a row is of (classification)"))
                                        : words.say(BROTO_TEXT("core", "a number (regression)"));
}

}
