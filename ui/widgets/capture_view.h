#pragma once

#include "ui/jobs/capture_job.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QFrame;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace broto::ui {

/// What a capture is to be, how far it is, and what becomes of its rows.
class CaptureView : public QWidget {
    Q_OBJECT

public:
    CaptureView(const SerialLine& line, CaptureJob& capture, QWidget* parent = nullptr);

    void setTable(const QString& name); ///< that rows can be added to; empty: there is none
    void setHasPort(bool has);          ///< whether a board is chosen
    void say(const QString& outcome);   ///< what became of the last rows

signals:
    void addWanted();
    void saveWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeForm();
    QWidget* makeOutcome();
    void refresh();
    void refreshNote();
    bool labelIsWhole() const;
    QString idleNote() const;
    QString nothingNote() const;
    void start();
    void retranslate();

    const SerialLine& m_line;
    CaptureJob& m_capture;
    QString m_table, m_outcome;
    bool m_hasPort = false;
    QLabel *m_columnsLabel, *m_labelNameLabel, *m_labelValueLabel, *m_secondsLabel, *m_countdownLabel;
    QLineEdit *m_columns, *m_labelName, *m_labelValue;
    QDoubleSpinBox* m_seconds;
    QSpinBox* m_countdown;
    QCheckBox* m_times;
    QPushButton* m_start;
    QLabel *m_number, *m_note;
    QProgressBar* m_bar;
    QPushButton *m_add, *m_save, *m_discard;
};

}
