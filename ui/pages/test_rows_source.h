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
    void begin();                          ///< the line is open
    void refresh(const QString& obstacle); ///< why no board can be asked; empty: one can

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
    QString m_obstacle;
    QPushButton* m_start;
    RateCombo* m_rate;
    Meter* m_progress;
    QLabel* m_note;
};

}
