#pragma once

#include <QScrollArea>

#include <vector>

namespace broto::ui {

/// Where pages are shown. Asks for the room that they need at least, as far as the screen has it: large text on a small
/// screen is scrolled.
class PageRoom : public QScrollArea {
    Q_OBJECT

public:
    PageRoom(QWidget* pages, QWidget* parent);

    void setBeside(std::vector<QWidget*> beside); ///< of fixed width; said before one is shown

    bool fitsBeside(const std::vector<QWidget*>& beside) const; ///< on this screen, without scrolling

    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    int mostWidth(const std::vector<QWidget*>& beside) const;
    void noteHeight();

    QWidget* m_pages;
    std::vector<QWidget*> m_beside;
    int m_usualHeight = QWIDGETSIZE_MAX;
};

}
