#pragma once

#include <QScrollArea>

namespace broto::ui {

/// Where pages are shown. Asks for the room that they need at least, as far as the screen has it: large text on a small
/// screen is scrolled.
class PageRoom : public QScrollArea {
    Q_OBJECT

public:
    PageRoom(QWidget* pages, QWidget* parent);

    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* m_pages;
};

}
