#pragma once

#include <QStackedWidget>

namespace broto::ui {

/// Pages of which one is shown. They are as wide as the widest, so that none moves; only the shown one has a say in the
/// height, or a message on another page would be scrolled for.
class PageStack : public QStackedWidget {
public:
    explicit PageStack(QWidget* parent = nullptr) : QStackedWidget(parent)
    {
        connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); });
    }

    QSize minimumSizeHint() const override
    {
        QSize least = QStackedWidget::minimumSizeHint();
        if (currentWidget())
            least.setHeight(currentWidget()->minimumSizeHint().height());
        return least;
    }
};

}
