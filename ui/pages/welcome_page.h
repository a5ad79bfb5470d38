#pragma once

#include <QWidget>

#include <vector>

class QAbstractButton;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace broto {
struct Sample;
}

namespace broto::ui {

class MessageStrip;
class RecoveryList;

/// Where the window begins: samples, files, recent projects.
class WelcomePage : public QWidget {
    Q_OBJECT

public:
    explicit WelcomePage(QWidget* parent = nullptr);

    void setRecent(const QStringList& paths);
    MessageStrip& messages() { return *m_messages; }
    RecoveryList& left() { return *m_left; }

signals:
    void sampleWanted(const Sample& sample);
    void fileWanted();
    void tourWanted();
    void explanationWanted();
    void recentWanted(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void addSamples(QVBoxLayout& column);
    void addSample(const Sample& sample, QHBoxLayout& row);
    QWidget* makeDropArea();

    QLabel* m_title;
    QLabel* m_subtitle;
    QLabel* m_moreSamples;
    QLabel* m_drop;
    QPushButton* m_choose;
    QPushButton* m_tour;
    QLabel* m_recentTitle;
    QVBoxLayout* m_recent;
    MessageStrip* m_messages;
    RecoveryList* m_left;
    std::vector<std::pair<QAbstractButton*, const Sample*>> m_samples; ///< in the order they are shown
};

}
