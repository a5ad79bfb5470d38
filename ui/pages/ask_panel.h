#pragma once

#include "project/project.h"
#include "ui/jobs/live_line.h"

#include <QWidget>

#include <array>
#include <memory>
#include <optional>

class QLabel;
class QPushButton;
class QTabBar;

namespace broto::ui {

class AnswerCard;
class Document;
class FeatureForm;
class LineHeader;
class OpenJob;
class SeenPanel;
class SensorSource;
class TestRowsSource;

/// Asks the board and the workbench the same: one question by sliders, the test rows one after the other, or what the
/// board's own sensors give.
class AskPanel : public QWidget {
    Q_OBJECT

public:
    AskPanel(Document& document, LiveLine& line, OpenJob& open, QWidget* parent = nullptr);

    void setPort(std::optional<Port> port); ///< the chosen one; another than before ends the questions
    void missPort(qint64 forMs);            ///< for so long it has not been in the list of ports
    const SeenPanel& seen() const { return *m_seen; }

signals:
    void boardWanted(); ///< there is none: a virtual one
    void flashWanted(); ///< the board does not run the model

protected:
    void changeEvent(QEvent* event) override;

private:
    /// Where questions come from, in the order of the tabs.
    enum class Source { OneQuestion, TestRows, Sensors };

    QWidget* makeQuestion();
    QWidget* makeSingle();
    void connectSources();
    void takeModel();
    bool connectIfNeeded();
    void connectOrClose();
    void askRow();
    void takeTestRow();
    void take(const std::vector<LiveAnswer>& answers);
    void showSource();
    void refresh();
    Source source() const;
    QString obstacle() const;
    std::shared_ptr<const DeployableModel> model() const;
    void save();
    void saveAs(const QString& path);
    void retranslate();

    Document& m_document;
    LiveLine& m_line;
    std::optional<Port> m_port;
    std::shared_ptr<const Variant> m_variant;
    std::size_t m_nextTestRow = 0;
    bool m_wasLent = false;
    LineHeader* m_header;
    QTabBar* m_sources;
    std::array<QWidget*, 3> m_sourceParts;
    QLabel* m_hint;
    QPushButton* m_takeRow;
    TestRowsSource* m_testRows;
    SensorSource* m_sensors;
    FeatureForm* m_form;
    AnswerCard* m_card;
    SeenPanel* m_seen;
};

}
