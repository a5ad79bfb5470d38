#pragma once

#include "ui/widgets/tokens.h"

#include <QString>
#include <QWidget>

#include <cstdint>
#include <vector>

namespace broto::ui {

/// What a memory of a board is used for. A thin line is the whole memory; the bar below it magnifies what is used, one
/// piece a part, with a legend. The mouse and the arrow keys read the parts out.
class ByteBar : public QWidget {
    Q_OBJECT

public:
    struct Part {
        QString name;
        QString note; ///< what it is, for the tooltip
        std::int64_t bytes = 0;
        QColor colour;
    };

    explicit ByteBar(QWidget* parent = nullptr);

    /// `used` is the sum of the parts; `whole` what the board has. `note` teaches what the bar is.
    void show(const QString& memory, std::vector<Part> parts, std::int64_t used, std::int64_t whole,
              const QString& note);
    QString text() const;    ///< all of it, for those who do not see it
    QString readOut() const; ///< of the part under the pointer or the keyboard; empty without one
    QSize sizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Place {
        QRectF bar, legend; ///< of a part; the legend's is empty where there was no room for it
    };
    void place();
    int partAt(const QPointF& point) const;
    void setCurrent(int part);
    QString partText(const Part& part) const;
    void drawWhole(QPainter& painter, const Colours& colours) const;
    void drawParts(QPainter& painter, const Colours& colours) const;
    void drawLegend(QPainter& painter, const Colours& colours) const;

    QString m_memory, m_note;
    std::vector<Part> m_parts;
    std::vector<Place> m_places;
    std::int64_t m_used = 0, m_whole = 0;
    int m_current = -1;
};

}
