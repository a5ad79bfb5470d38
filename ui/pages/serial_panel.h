#pragma once

#include "ui/jobs/capture_job.h"
#include "ui/jobs/serial_line.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace broto::ui {

class CaptureView;
class Document;
class MonitorView;
class OpenJob;
class PlotterView;

/// What a device prints, from three sides that share the one open port.
class SerialPanel : public QWidget {
    Q_OBJECT

public:
    enum class View { Monitor, Plotter, Capture };

    SerialPanel(Document& document, OpenJob& open, SerialLine& line, CaptureJob& capture, QWidget* parent = nullptr);

    void showView(View view);
    void setPort(std::optional<Port> port); ///< the chosen one; another than before ends listening
    void missPort();                        ///< it is not in the list of ports; who listens finds out by the line

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeHeader();
    void connectViews();
    void listenOrStop();
    void listen();
    void refresh();
    QString statusText() const;
    void addRows();
    void takeAdded(int rows);
    void saveRows();
    void saveRowsAs(const QString& path);
    void saveText();
    void retranslate();

    Document& m_document;
    OpenJob& m_open;
    SerialLine& m_line;
    CaptureJob& m_capture;
    std::optional<Port> m_port;
    QPushButton* m_listen;
    QLabel* m_baudLabel;
    QComboBox* m_baud;
    QLabel* m_status;
    QStackedWidget* m_stack;
    MonitorView* m_monitor;
    PlotterView* m_plotter;
    CaptureView* m_captureView;
};

}
