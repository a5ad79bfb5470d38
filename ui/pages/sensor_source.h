#pragma once

#include "device/captured_rows.h"
#include "device/live_answer.h"
#include "project/project.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;

namespace broto::ui {

class Document;
class LiveLine;
class OpenJob;
class PinsButton;
class RateCombo;

/// Lets the board read its own pins, again and again. What it has read can join the table, with what a person says it
/// was.
class SensorSource : public QWidget {
    Q_OBJECT

public:
    SensorSource(Document& document, LiveLine& line, OpenJob& open, QWidget* parent = nullptr);

    void setVariant(std::shared_ptr<const Variant> variant);
    void begin();                                      ///< the line is open
    void take(const std::vector<LiveAnswer>& answers); ///< keeps the rows of those that were sensed
    void refresh(const QString& obstacle);             ///< why no board can be asked; empty: one can

signals:
    void startWanted();
    void flashWanted(); ///< the board's program reads no pins yet

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeRecord();
    void startOrStop();
    void refreshRecord();
    QString noteText() const;
    bool readsNoPins() const;
    bool hasPins() const;
    Result<CapturedRows> forTable(const std::vector<std::vector<float>>& rows) const;
    void add();
    void takeAdded(bool added);
    void retranslate();

    Document& m_document;
    LiveLine& m_line;
    OpenJob& m_open;
    std::shared_ptr<const Variant> m_variant;
    std::vector<std::vector<float>> m_recorded; ///< since sensing began, and not added yet
    std::size_t m_adding = 0;                   ///< of these, on their way into the table
    std::size_t m_added = 0;                    ///< the last time
    QString m_obstacle;
    QPushButton* m_start;
    RateCombo* m_rate;
    QLabel* m_note;
    PinsButton* m_pins;
    QPushButton* m_flash;
    QComboBox* m_label;
    QPushButton* m_add;
    QLabel* m_recordNote;
};

}
