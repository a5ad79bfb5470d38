#pragma once

#include <QComboBox>

namespace broto::ui {

/// A combo box for names of any length: what does not fit is cut with "…", in the field and in its list; the tooltip
/// has all of it.
class ElidedCombo : public QComboBox {
    Q_OBJECT

public:
    explicit ElidedCombo(QWidget* parent = nullptr);

    void addName(const QString& name, int value);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString shownText() const;
};

}
