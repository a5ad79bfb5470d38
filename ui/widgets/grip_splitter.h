#pragma once

#include <QSplitter>

namespace broto::ui {

/// A splitter that shows where it can be dragged: a short line in the middle of each handle. No part can be closed.
class GripSplitter : public QSplitter {
    Q_OBJECT

public:
    explicit GripSplitter(Qt::Orientation orientation, QWidget* parent = nullptr);

    /// From now on the last part gets the height that it wants, at most this share of all, and the others the rest,
    /// until somebody drags a handle.
    void giveLastAtMost(double share);

protected:
    QSplitterHandle* createHandle() override;
    bool event(QEvent* event) override;

private:
    void share();

    double m_mostOfLast = 0; ///< 0: parts are shared out as Qt does it
};

}
