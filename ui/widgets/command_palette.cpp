#include "ui/widgets/command_palette.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace broto::ui {

namespace {

constexpr TextPixels paletteWidth(560), paletteHeight(400);
constexpr TextPixels commandHeight(34);
constexpr int fromTop = 64;

/// A command's name, its group muted behind it, and its shortcut at the right.
class CommandDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colours colours = coloursFor(option.palette);
        const bool enabled = index.flags() & Qt::ItemIsEnabled;
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, colours.accentSurface);
        QRect room = option.rect.adjusted(space::medium, 0, -space::medium, 0);
        painter->setFont(fontFor(Type::Text));
        const QFontMetrics metrics = painter->fontMetrics();
        const auto write = [&](const QString& text, Qt::AlignmentFlag side, const QColor& colour) {
            painter->setPen(colour);
            painter->drawText(room, side | Qt::AlignVCenter, metrics.elidedText(text, Qt::ElideRight, room.width()));
            return metrics.horizontalAdvance(text) + space::medium;
        };
        room.setRight(room.right() -
                      write(index.data(CommandsModel::ShortcutRole).toString(), Qt::AlignRight, colours.muted));
        room.setLeft(room.left() +
                     write(index.data().toString(), Qt::AlignLeft, enabled ? colours.text : colours.muted));
        write(index.data(CommandsModel::GroupRole).toString(), Qt::AlignLeft, colours.muted);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {0, std::max<int>(commandHeight, option.fontMetrics.height() + space::medium)};
    }
};

QString withoutMarks(QString text)
{
    return text.remove(QLatin1Char('&'));
}

void addCommands(const QList<QAction*>& actions, const QString& group, std::vector<NamedCommand>& commands)
{
    for (QAction* action : actions) {
        const QString name = withoutMarks(action->text());
        if (QMenu* menu = action->menu())
            addCommands(menu->actions(), group.isEmpty() ? name : QStringLiteral("%1 › %2").arg(group, name), commands);
        else if (!action->isSeparator() && action->isVisible())
            commands.push_back({name, group, action->shortcut().toString(QKeySequence::NativeText), action->isEnabled(),
                                [action] { action->trigger(); }});
    }
}

}

std::vector<NamedCommand> commandsIn(const QMenuBar& menus)
{
    std::vector<NamedCommand> commands;
    addCommands(menus.actions(), {}, commands);
    return commands;
}

CommandPalette::CommandPalette(std::vector<NamedCommand> commands, QWidget* parent)
    : QFrame(parent, Qt::Popup),
      m_model(new CommandsModel(std::move(commands), this)),
      m_typed(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_nothing(makeLabel(Type::Text, Tone::Muted, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Commands"));
    setProperty("card", true);
    m_typed->setPlaceholderText(tr("Type what you want to do"));
    m_typed->setAccessibleName(tr("What you want to do"));
    m_typed->setClearButtonEnabled(true);
    m_typed->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the keys go on to be typed
    m_list->setAccessibleName(tr("Commands"));
    m_list->setMouseTracking(true);
    m_nothing->setText(tr("No command has these words."));
    m_nothing->setAlignment(Qt::AlignCenter);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::medium, space::medium, space::medium, space::medium);
    layout->setSpacing(space::small);
    layout->addWidget(m_typed);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);
    connect(m_typed, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    search({});
}

void CommandPalette::openAbove(const QWidget& window)
{
    resize(QSize(paletteWidth, paletteHeight).boundedTo(window.size()));
    QFrame::move(window.mapToGlobal(QPoint((window.width() - width()) / 2, fromTop)));
    show();
    m_typed->setFocus();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int page = std::max(1, m_list->viewport()->height() / commandHeight - 1);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_PageUp:
        move(-page);
        return true;
    case Qt::Key_PageDown:
        move(page);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex());
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

void CommandPalette::search(const QString& typed)
{
    m_model->search(typed);
    const bool any = m_model->rowCount() > 0;
    m_list->setVisible(any);
    m_nothing->setVisible(!any);
    m_list->setCurrentIndex(m_model->index(0));
}

void CommandPalette::move(int rows)
{
    const int row = std::clamp(m_list->currentIndex().row() + rows, 0, std::max(0, m_model->rowCount() - 1));
    m_list->setCurrentIndex(m_model->index(row));
}

/// After the palette has gone, so that focus and dialogs belong to the window again.
void CommandPalette::run(const QModelIndex& index)
{
    if (!index.isValid() || !(index.flags() & Qt::ItemIsEnabled))
        return;
    QTimer::singleShot(0, parentWidget(), m_model->command(index.row()).run);
    close();
}

}
