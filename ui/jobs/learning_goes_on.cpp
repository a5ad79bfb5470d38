#include "ui/jobs/learning_goes_on.h"

namespace broto::ui {

std::optional<Message> learningGoesOn(const JobRunner& runner)
{
    const std::optional<JobKind> current = runner.current();
    if (!current || !learns(*current))
        return std::nullopt;
    if (*current == JobKind::Compress)
        return message("ui.not-while-compressing",
                       BROTO_TEXT("core",
                                  "A compression is running, and would be lost. Cancel it first, or let it come "
                                  "to its end."));
    return message("ui.not-while-training",
                   BROTO_TEXT("core", "A training is running, and would be lost. Stop it first, or let it come to its "
                                      "end."));
}

}
