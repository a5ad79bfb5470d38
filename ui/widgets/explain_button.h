#pragma once

#include <QToolButton>

namespace broto::ui {

/// The quiet question mark at the top right of a page: explains it.
class ExplainButton : public QToolButton {
    Q_OBJECT

public:
    explicit ExplainButton(QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
};

}
