#include "ui/pages/line_header.h"

#include "ui/document/document.h"
#include "ui/document/message_text.h"
#include "ui/jobs/live_line.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/live_texts.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <array>
#include <string_view>

namespace broto::ui {

namespace {

/// Whether a board says by this that it has another program.
bool wantsFlashing(const Message& problem)
{
    constexpr std::array<std::string_view, 6> ids = {"device.other-model",   "device.other-shape",
                                                     "device.other-windows", "device.other-protocol",
                                                     "device.not-broto",     "device.silent"};
    return std::ranges::find(ids, problem.id) != ids.end();
}

}

LineHeader::LineHeader(const Document& document, const LiveLine& line, QWidget* parent)
    : QWidget(parent), m_document(document), m_line(line)
{
    m_connect = new QPushButton(this);
    m_connect->setObjectName(QStringLiteral("connect"));
    m_status = makeLabel(Type::Text, Tone::Muted, this);
    m_status->setObjectName(QStringLiteral("liveStatus"));
    m_status->setWordWrap(true);
    m_next = new QPushButton(this);
    m_next->setObjectName(QStringLiteral("liveNext"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_connect);
    layout->addSpacing(space::small);
    layout->addWidget(m_status, 1);
    layout->addWidget(m_next);
    connect(m_connect, &QPushButton::clicked, this, &LineHeader::connectWanted);
    connect(m_next, &QPushButton::clicked, this, [this] { m_hasPort ? emit flashWanted() : emit boardWanted(); });
}

void LineHeader::refresh(const std::optional<Port>& chosen, bool hasModel)
{
    m_hasPort = chosen.has_value();
    const bool closed = m_line.state() == LiveLine::State::Closed;
    m_connect->setText(closed ? tr("Connect") : tr("Disconnect"));
    m_connect->setIcon(icon(closed ? QStringLiteral("play") : QStringLiteral("stop")));
    const bool can = !closed || (m_hasPort && hasModel);
    m_connect->setEnabled(can);
    m_connect->setToolTip(!closed ? tr("Let the board go; the monitor gets its port back")
                          : can   ? tr("Open the board's port for questions; the monitor lets go of it meanwhile")
                          : !m_hasPort
                              ? tr("There is no board to connect to: choose one on the left, or start a virtual one.")
                              : tr("There is no model yet that the board could run."));
    setTone(*m_status, closed && m_line.news() ? Tone::Error : Tone::Muted);
    m_status->setText(statusText());
    refreshNext();
}

void LineHeader::refreshNext()
{
    const bool closed = m_line.state() == LiveLine::State::Closed;
    const Board& board = m_document.board();
    const bool flash = closed && m_hasPort && m_line.news() && wantsFlashing(*m_line.news());
    m_next->setVisible(flash || (!m_hasPort && board.isVirtual));
    m_next->setText(m_hasPort ? tr("Flash this model")
                              : tr("Start a virtual %1").arg(QString::fromStdString(board.name)));
}

QString LineHeader::statusText() const
{
    const LiveSession::State& session = m_line.session();
    switch (m_line.state()) {
    case LiveLine::State::Closed:
        if (m_line.news())
            return messageText(*m_line.news());
        return m_hasPort ? tr("Connect, or move a slider. The board has to run this model: build and upload it first.")
                         : tr("Choose a board on the left, or start a virtual one.");
    case LiveLine::State::Lent:
        return tr("The port is needed for the board's program; the questions go on afterwards.");
    case LiveLine::State::Open:
        break;
    }
    if (!session.hello || session.connection != ConnectionState::Ready)
        return connectionText(session.connection, m_line.port());
    return tr("%1 on %2 answers as %3.")
        .arg(QString::fromStdString(session.hello->boardName), QString::fromStdString(m_line.port().path),
             QString::fromStdString(session.hello->modelName));
}

}
