#pragma once

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace broto::ui {

class DeviceJob;

/// What compiler and uploader said, folded away until somebody wants to see it.
class DeviceLog : public QWidget {
    Q_OBJECT

public:
    explicit DeviceLog(const DeviceJob& device, QWidget* parent = nullptr);

    void refresh();
    void unfold(); ///< stays so while the job runs, even if it says nothing

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    const DeviceJob& m_device;
    QPushButton* m_show;
    QPlainTextEdit* m_text;
};

}
