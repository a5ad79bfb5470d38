#pragma once

#include "ui/jobs/device_job.h"
#include "ui/pages/stage_page.h"
#include "ui/widgets/step_line.h"

#include <QTimer>

class QLabel;
class QListView;
class QPlainTextEdit;
class QPushButton;

namespace broto::ui {

class PortsModel;
class VariantPicker;

/// Where boards are, on the left; building, uploading and checking on the right, and the verdict.
class DevicePage : public StagePage {
    Q_OBJECT

public:
    DevicePage(Document& document, JobRunner& runner, DeviceJob& device, QWidget* parent = nullptr);

    QString verdict() const;

protected:
    void retranslate() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void refreshPorts();
    void refresh();
    void refreshSteps();
    void refreshVerdict();
    QString estimateNote() const;
    void showProgress();
    void takePrimary();
    std::optional<Port> chosenPort() const;
    QWidget* makePorts();
    QWidget* makeSteps();

    JobRunner& m_runner;
    DeviceJob& m_device;
    PortsModel* m_ports;
    QListView* m_list;
    QLabel* m_portsTitle;
    QLabel* m_noPorts;
    QPushButton* m_startBoard;
    QLabel* m_variantLabel;
    VariantPicker* m_variant;
    std::array<StepLine*, DeviceJob::steps> m_steps;
    QLabel* m_verdict;
    QLabel* m_verdictNote;
    QPushButton* m_showLog;
    QPlainTextEdit* m_log;
    QTimer m_watch;
};

}
