#pragma once

#include "ui/widgets/tokens.h"

#include <QByteArray>
#include <QWidget>

#include <memory>

class QSvgRenderer;

namespace broto::ui {

/// One of our own drawings (resources/help), as wide as there is room. They are drawn in the colours of the light
/// theme; in another one each colour becomes its counterpart.
class FigureView : public QWidget {
    Q_OBJECT

public:
    FigureView(const QString& name, const QString& description, QWidget* parent);
    ~FigureView() override;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void draw();

    QByteArray m_svg; ///< as it was drawn
    std::unique_ptr<QSvgRenderer> m_renderer;
};

/// The drawing in the colours of another theme.
QByteArray inColoursOf(Theme theme, QByteArray svg);

}
