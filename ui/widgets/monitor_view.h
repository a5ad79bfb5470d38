#pragma once

#include "device/line_reader.h"

#include <QWidget>

#include <deque>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace broto::ui {

/// What a device prints, line by line, and a field for what it is told.
class MonitorView : public QWidget {
    Q_OBJECT

public:
    static constexpr int mostLines = 10'000; ///< older ones are forgotten

    explicit MonitorView(QWidget* parent = nullptr);

    void take(const std::vector<TimedLine>& lines);
    void setListening(bool listens); ///< only then can anything be sent
    void clear();
    QString text() const; ///< all lines that are kept, as they are shown

signals:
    void sent(const QString& line);
    void saveWanted(); ///< of text()

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QString shown(const TimedLine& line) const;
    void showAll();
    void refreshButtons();
    void send();
    void retranslate();

    std::deque<TimedLine> m_lines;
    bool m_listens = false;
    bool m_behind = false; ///< the text does not hold all lines
    QCheckBox* m_times;
    QPushButton *m_pause, *m_clear, *m_copy, *m_save;
    QPlainTextEdit* m_text;
    QLineEdit* m_toSend;
    QPushButton* m_send;
};

}
