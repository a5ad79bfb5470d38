#pragma once

#include "project/project.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QPushButton;

namespace broto {
struct LiveRows;
}

namespace broto::ui {

class Document;
class LiveLine;
class Meter;
class RateCombo;

/// Sends the test rows to the board, one after the other.
class TestRowsSource : public QWidget {
    Q_OBJECT

public:
    TestRowsSource(const Document& document, LiveLine& line, QWidget* parent = nullptr);

    void setVariant(std::shared_ptr<const Variant> variant);
    void begin();              ///< the line is open
    void refresh(bool canAsk); ///< whether there is a board to ask

signals:
    void startWanted(); ///< and there are rows

protected:
    void changeEvent(QEvent* event) override;

private:
    void startOrStop();
    QString noteText() const;
    void retranslate();

    const Document& m_document;
    LiveLine& m_line;
    std::shared_ptr<const Variant> m_variant;
    std::shared_ptr<const LiveRows> m_rows; ///< of the newest stream
    std::optional<Message> m_problem;       ///< why there are none
    bool m_canAsk = false;
    QPushButton* m_start;
    RateCombo* m_rate;
    Meter* m_progress;
    QLabel* m_note;
};

}
