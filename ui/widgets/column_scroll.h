#pragma once

#include <QScrollArea>

namespace broto::ui {

/// Scrolls what is higher than its place at the least, up and down only: it is never narrower than what it holds.
class ColumnScroll : public QScrollArea {
    Q_OBJECT

public:
    explicit ColumnScroll(QWidget* parent = nullptr);

    void hold(QWidget* content);
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void fit();
};

}
