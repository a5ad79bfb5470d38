#pragma once

#include "ui/jobs/job_runner.h"

#include <functional>

class QWidget;

namespace broto::ui {

/// The dialogs before something is lost. Each goes when it is answered; no answer leaves all as it is.

struct UnsavedAnswers {
    std::function<void()> save;
    std::function<void()> discard;
};
void askAboutUnsaved(QWidget& window, const UnsavedAnswers& answers);

struct TrainingAnswers {
    std::function<void()> stopAndKeep;
    std::function<void()> drop;
};
void askAboutTraining(QWidget& window, int epochs, const TrainingAnswers& answers);

/// About any other job that would be missed.
void askAboutWork(QWidget& window, JobKind kind, std::function<void()> cancelIt);

struct CaptureAnswers {
    std::function<void()> show;
    std::function<void()> drop;
};
/// About rows from a device that are nowhere yet.
void askAboutCapture(QWidget& window, int rows, const CaptureAnswers& answers);

}
