#pragma once

#include "export/formats.h"

#include <QWidget>

#include <span>
#include <vector>

namespace broto::ui {

class FormatCard;

/// The formats to export in, one below the other; one of them is chosen.
class FormatList : public QWidget {
    Q_OBJECT

public:
    FormatList(std::span<const ExportFormat> formats, QWidget* parent = nullptr);

    int chosen() const { return m_chosen; }
    void choose(int format);
    FormatCard& card(int format) { return *m_cards[static_cast<std::size_t>(format)]; }
    int count() const { return static_cast<int>(m_cards.size()); }

signals:
    void formatChosen(int format);
    void formatDragged(int format);
    void copyWanted(int format);
    void menuWanted(int format, const QPoint& place);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    std::span<const ExportFormat> m_formats;
    std::vector<FormatCard*> m_cards;
    int m_chosen = 0;
};

}
