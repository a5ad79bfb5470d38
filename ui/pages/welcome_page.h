#pragma once

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace broto {
struct Sample;
}

namespace broto::ui {

class MessageStrip;
class SampleCard;

/// Where the window begins: samples, files, recent projects.
class WelcomePage : public QWidget {
    Q_OBJECT

public:
    explicit WelcomePage(QWidget* parent = nullptr);

    void setRecent(const QStringList& paths);
    MessageStrip& messages() { return *m_messages; }

signals:
    void sampleWanted(const Sample& sample);
    void fileWanted();
    void recentWanted(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    QWidget* makeDropArea();

    QLabel* m_title;
    QLabel* m_subtitle;
    QLabel* m_drop;
    QPushButton* m_choose;
    QLabel* m_recentTitle;
    QVBoxLayout* m_recent;
    MessageStrip* m_messages;
    std::vector<std::pair<SampleCard*, const Sample*>> m_cards;
};

}
