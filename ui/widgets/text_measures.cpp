#include "ui/widgets/text_measures.h"

#include <QApplication>
#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <functional>

namespace broto::ui {

namespace {

QEvent::Type scaleChange()
{
    static const auto type = static_cast<QEvent::Type>(QEvent::registerEventType());
    return type;
}

/// Does something to a widget now and each time that the size of text changes.
class WithTextScale : public QObject {
public:
    WithTextScale(QWidget& widget, std::function<void()> change) : QObject(&widget), m_change(std::move(change))
    {
        widget.installEventFilter(this);
        m_change();
    }

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == scaleChange())
            m_change();
        return false;
    }

private:
    std::function<void()> m_change;
};

}

void setTextFont(QWidget& widget, Type type)
{
    new WithTextScale(widget, [&widget, type] { widget.setFont(fontFor(type)); });
}

void setCodeFont(QWidget& widget)
{
    new WithTextScale(widget, [&widget] { widget.setFont(codeFont()); });
}

void setTableFont(QWidget& widget)
{
    new WithTextScale(widget, [&widget] { widget.setFont(tableFont()); });
}

void setTextWidth(QWidget& widget, int pixels)
{
    new WithTextScale(widget, [&widget, pixels] { widget.setFixedWidth(TextPixels(pixels)); });
}

void setTextHeight(QWidget& widget, int pixels)
{
    new WithTextScale(widget, [&widget, pixels] { widget.setFixedHeight(TextPixels(pixels)); });
}

void setLeastTextWidth(QWidget& widget, int pixels)
{
    new WithTextScale(widget, [&widget, pixels] { widget.setMinimumWidth(TextPixels(pixels)); });
}

void setRowHeight(QTableView& table, int pixels)
{
    new WithTextScale(table, [&table, pixels] { table.verticalHeader()->setDefaultSectionSize(TextPixels(pixels)); });
}

void announceTextScale()
{
    for (QWidget* widget : QApplication::allWidgets()) {
        QEvent change(scaleChange());
        QCoreApplication::sendEvent(widget, &change);
        widget->updateGeometry();
    }
}

}
