#pragma once

#include <QObject>

namespace broto::ui {

/// Keeps the wheel, when it scrolls a page, from changing the box that comes under the pointer: a box takes the wheel
/// only while it has the focus, and does not get the focus by the wheel. To be installed on the application.
class WheelGuard : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
};

}
