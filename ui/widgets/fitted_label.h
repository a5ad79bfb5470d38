#pragma once

#include <QWidget>

namespace broto::ui {

/// One line of text, as large as there is room for it; cut with "…" where even the smallest type has none.
class FittedLabel : public QWidget {
    Q_OBJECT

public:
    explicit FittedLabel(QWidget* parent = nullptr);

    void setText(const QString& text);
    void setColour(const QColor& colour); ///< no valid one: that of text
    const QString& text() const { return m_text; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QFont fittingFont() const;

    QString m_text;
    QColor m_colour;
};

}
