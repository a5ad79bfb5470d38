#pragma once

#include "project/stage.h"
#include "ui/document/document.h"
#include "ui/jobs/autosaver.h"
#include "ui/jobs/capture_job.h"
#include "ui/jobs/compression_job.h"
#include "ui/jobs/data_checker.h"
#include "ui/jobs/dataset_preparer.h"
#include "ui/jobs/device_job.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/live_line.h"
#include "ui/jobs/open_job.h"
#include "ui/jobs/report_job.h"
#include "ui/jobs/save_job.h"
#include "ui/jobs/serial_line.h"
#include "ui/jobs/training_job.h"
#include "ui/jobs/variant_maker.h"
#include "ui/jobs/window_planner.h"

#include <QMainWindow>

#include <optional>

class QComboBox;
class QStackedWidget;

namespace broto::ui {

class CompressPage;
class DataPage;
class DevicePage;
class ExplanationPanel;
class ExportPage;
class JobLine;
class Language;
class Lessons;
class MainMenu;
class MessageStrip;
class NetworkPage;
class PageRoom;
class ProjectFiles;
class Recovery;
class ReportFiles;
class StagePage;
class StageRail;
class ToolPanel;
class WelcomePage;
class WindowSettings;

/// The window: a rail of six steps, a page for each, the board that estimates are for, and one line for every job.
/// It only wires what does the work.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(WindowSettings& settings);
    ~MainWindow() override;

    Document& document() { return m_document; }
    JobRunner& runner() { return m_runner; }
    DeviceJob& device() { return m_device; }
    Autosaver& autosaver() { return m_autosaver; }
    OpenJob& opener() { return m_open; }
    SerialLine& listener() { return m_serialLine; }
    CaptureJob& capture() { return m_capture; }

    void openFile(const QString& path); ///< a table or a project
    void openStage(Stage stage);
    void find();
    void openPalette();
    void openWelcome();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void closeWithoutCapture();
    void makePages();
    QWidget* makeFrame();
    QWidget* makeCorner();
    void connectMenu();
    void connectRunMenu();
    void connectViewMenu();
    void connectLessons();
    void changeText(int steps);
    void refreshTitle();
    void refreshRail();
    void refreshBoards();
    void refreshActions();
    void retranslate();
    void reportOpening(const Message& reason);
    void tellOfLeft();

    WindowSettings& m_settings;
    Document m_document;
    Autosaver m_autosaver;
    JobRunner m_runner;
    DatasetPreparer m_preparer;
    DataChecker m_checker;
    WindowPlanner m_planner;
    OpenJob m_open;
    SaveJob m_saver;
    ReportJob m_reporter;
    TrainingJob m_training;
    VariantMaker m_variants;
    CompressionJob m_compression;
    DeviceJob m_device;
    SerialLine m_serialLine;
    CaptureJob m_capture;
    LiveLine m_live;
    Language* m_language;
    MainMenu* m_menu;
    MessageStrip* m_line; ///< above the page: what is wrong with the project's file
    ProjectFiles* m_files;
    ReportFiles* m_reports;
    Recovery* m_recovery;
    Lessons* m_lessons;
    ExplanationPanel* m_explanation;
    ToolPanel* m_tools;
    StageRail* m_rail;
    QStackedWidget* m_pages;
    PageRoom* m_room;
    JobLine* m_jobLine;
    QComboBox* m_board;
    WelcomePage* m_welcome;
    DataPage* m_data;
    NetworkPage* m_network;
    CompressPage* m_compress;
    ExportPage* m_export;
    DevicePage* m_devicePage;
    bool m_closing = false;
};

}
