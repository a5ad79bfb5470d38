#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace broto::ui {

/// What stands at the right of the pages: a title, what closes it, and a column that is scrolled. It is written anew
/// when the language changes.
class SidePanel : public QFrame {
    Q_OBJECT

public:
    explicit SidePanel(QWidget* parent = nullptr);

    QScrollArea& scroll() { return *m_scroll; }

signals:
    void closeWanted();

protected:
    void changeEvent(QEvent* event) override;

    virtual void refresh() = 0;

    /// `name` is for who cannot see the panel; `write` gets the empty column.
    void write(const QString& title, const QString& name, int spacing, const std::function<void(QVBoxLayout&)>& write);
    void describeClosing(const QString& name, const QString& toolTip);

private:
    QLabel* m_title;
    QToolButton* m_close;
    QScrollArea* m_scroll;
};

}
