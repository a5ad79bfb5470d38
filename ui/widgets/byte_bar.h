#pragma once

#include <QColor>
#include <QString>
#include <QWidget>

#include <cstdint>
#include <vector>

namespace broto::ui {

/// What a number of bytes is made of, as one bar; the tooltip names the part under the pointer.
class ByteBar : public QWidget {
    Q_OBJECT

public:
    struct Part {
        QString name;
        std::int64_t bytes = 0;
        QColor colour;
    };

    explicit ByteBar(QWidget* parent = nullptr);

    void setParts(std::vector<Part> parts);
    QSize sizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    std::int64_t total() const;
    const Part* partAt(double x) const;

    std::vector<Part> m_parts;
};

}
