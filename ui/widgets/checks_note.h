#pragma once

#include <QLabel>

namespace broto::ui {

class Document;

/// One line that says, away from the data page, that something about the data should be looked at; a link leads back.
/// Takes no room while there is nothing.
class ChecksNote : public QLabel {
    Q_OBJECT

public:
    explicit ChecksNote(const Document& document, QWidget* parent = nullptr);

signals:
    void checksWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    const Document& m_document;
};

}
