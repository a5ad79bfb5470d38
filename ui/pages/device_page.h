#pragma once

#include "ui/jobs/device_job.h"
#include "ui/pages/stage_page.h"

#include <QElapsedTimer>
#include <QTimer>

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace broto::ui {

class AskPanel;
class CaptureJob;
class CheckVerdict;
class DeviceLog;
class FlashSteps;
class LiveLine;
class MissingNote;
class OpenJob;
class PortsModel;
class SerialLine;
class SerialPanel;
class VariantPicker;

/// Where boards are, on the left. On the right, building, uploading and checking a model, and the verdict; questions
/// for the board that runs it; or what the board prints, which needs no model.
class DevicePage : public StagePage {
    Q_OBJECT

public:
    DevicePage(Document& document, JobRunner& runner, DeviceJob& device, OpenJob& open, SerialLine& line,
               CaptureJob& capture, LiveLine& live, QWidget* parent = nullptr);

    QString verdict() const;
    void showCapture(); ///< its view of what the board prints

protected:
    bool showsBlockedItself() const override { return true; }
    std::optional<Remedy> remedyFor(const Message& problem) const override;
    void takeRemedy() override;
    void retranslate() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void refreshPorts();
    void listPortsAgain();
    void missBoard();
    void refresh();
    void takePrimary();
    std::optional<Port> chosenPort() const;
    QWidget* makePorts();
    QWidget* makeViews();
    QWidget* makeSteps();
    void showView();

    JobRunner& m_runner;
    DeviceJob& m_device;
    PortsModel* m_ports;
    QListView* m_list;
    bool m_listing = false;     ///< what changes now nobody has chosen
    std::optional<Port> m_gone; ///< the chosen board, while it is not in the list
    QElapsedTimer m_goneSince;
    QLabel* m_portsTitle;
    QLabel* m_noPorts;
    QPushButton* m_startBoard;
    QTabBar* m_views;
    QStackedWidget* m_stack;
    QWidget* m_model;
    MissingNote* m_missingModel;
    AskPanel* m_ask;
    SerialPanel* m_serial;
    QLabel* m_variantLabel;
    VariantPicker* m_variant;
    FlashSteps* m_steps;
    CheckVerdict* m_verdict;
    DeviceLog* m_log;
    QTimer m_watch;
};

}
