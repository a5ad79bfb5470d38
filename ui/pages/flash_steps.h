#pragma once

#include "ui/jobs/device_job.h"
#include "ui/widgets/step_line.h"

#include <QWidget>

#include <array>

namespace broto::ui {

class Document;

/// Building, uploading and checking, one line each: what it does, what came of it, or what went wrong.
class FlashSteps : public QWidget {
    Q_OBJECT

public:
    FlashSteps(const Document& document, const DeviceJob& device, const JobRunner& runner, QWidget* parent = nullptr);

    void refresh();
    void showProgress(); ///< of the step that runs

protected:
    void changeEvent(QEvent* event) override;

private:
    QString resultOf(DeviceJob::Step step) const;
    QString built() const;
    QString uploaded() const;
    QString toDo(DeviceJob::Step step) const;
    double secondsOf(DeviceJob::Step step) const;
    void retranslate();

    const Document& m_document;
    const DeviceJob& m_device;
    const JobRunner& m_runner;
    std::array<StepLine*, DeviceJob::steps> m_steps;
};

}
