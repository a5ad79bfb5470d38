#pragma once

#include "device/ports.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace broto::ui {

class Document;
class LiveLine;

/// How the line to the board that is asked stands, and what is to be done about it.
class LineHeader : public QWidget {
    Q_OBJECT

public:
    LineHeader(const Document& document, const LiveLine& line, QWidget* parent = nullptr);

    /// Also when the language has changed.
    void refresh(const std::optional<Port>& chosen, bool hasModel);

signals:
    void connectWanted(); ///< or the contrary
    void boardWanted();   ///< there is none: a virtual one
    void flashWanted();   ///< the board does not run the model

private:
    void refreshNext();
    QString statusText() const;

    const Document& m_document;
    const LiveLine& m_line;
    bool m_hasPort = false;
    QPushButton *m_connect, *m_next;
    QLabel* m_status;
};

}
