#pragma once

#include "ui/widgets/tokens.h"

#include <QWidget>

namespace broto::ui {

/// One line of text, as large as there is room for it; cut with "…" where even the smallest type has none. Type that
/// was made smaller for one text stays so for the next ones: what changes many times a second does not jump.
class FittedLabel : public QWidget {
    Q_OBJECT

public:
    explicit FittedLabel(QWidget* parent = nullptr);

    void setText(const QString& text);
    void setColour(const QColor& colour); ///< no valid one: that of text
    void beginLarge();                    ///< other texts follow
    const QString& text() const { return m_text; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    QString m_text;
    Type m_type = Type::Number;
    QColor m_colour;
};

}
