#pragma once

#include "data/series_envelope.h"
#include "ui/widgets/data_view.h"

namespace broto::ui {

class ColumnCombo;
class SeriesPlot;

/// The shared column over time: over a column of times or numbers, or over the rows as they stand in the file. However
/// long the series is, only as much is drawn as can be told apart. Where readings become windows, these are drawn as
/// brackets under the line.
class SeriesView : public DataView {
    Q_OBJECT

public:
    explicit SeriesView(QWidget* parent = nullptr);

protected:
    void refresh() override;
    void retranslate() override;

private:
    void offerColumns();
    int proposedTimes() const;
    int proposedColumn() const;
    void drawStretch();
    void sayWhatIsShown(bool everyValue);

    QLabel *m_valuesLabel, *m_timesLabel;
    ColumnCombo *m_values, *m_times;
    SeriesPlot* m_plot;
    JobRunner m_stretchRunner;
    std::shared_ptr<const Series> m_series;
    std::shared_ptr<const Table> m_offered;
    int m_wantedColumn = -1; ///< chosen here by a person
};

}
