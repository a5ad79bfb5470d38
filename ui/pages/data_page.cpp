#include "ui/pages/data_page.h"

#include "ui/commands/change_roles.h"
#include "ui/commands/change_split.h"
#include "ui/commands/change_task.h"
#include "ui/document/document.h"
#include "ui/jobs/open_job.h"
#include "ui/pages/data_views.h"
#include "ui/widgets/column_card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/split_bar.h"
#include "ui/widgets/stage_names.h"

#include <QComboBox>
#include <QCursor>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace broto::ui {

namespace {

constexpr int cardWidth = 264;
constexpr unsigned mostWarnings = 3;

QString separatorText(char separator)
{
    switch (separator) {
    case ',':
        return DataPage::tr("commas");
    case ';':
        return DataPage::tr("semicolons");
    case '\t':
        return DataPage::tr("tabs");
    case '|':
        return DataPage::tr("vertical bars");
    default:
        return QStringLiteral("“%1”").arg(QChar::fromLatin1(separator));
    }
}

QString decimalText(char decimal)
{
    return decimal == ',' ? DataPage::tr("decimal comma") : DataPage::tr("decimal point");
}

QString headerText(bool header)
{
    return header ? DataPage::tr("names in line 1") : DataPage::tr("no names");
}

QString encodingText(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
        return QStringLiteral("UTF-8");
    case Encoding::Utf16:
        return QStringLiteral("UTF-16");
    case Encoding::Windows1252:
        return QStringLiteral("Windows-1252");
    }
    return {};
}

}

DataPage::DataPage(Document& document, OpenJob& open, QWidget* parent)
    : StagePage(Stage::Data, document, parent),
      m_open(open),
      m_sentence(makeLabel(Type::Text, Tone::Plain, this)),
      m_warnings(new QWidget(this))
{
    m_sentence->setObjectName(QStringLiteral("understood"));
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    auto* warnings = new QVBoxLayout(m_warnings);
    warnings->setContentsMargins(0, 0, 0, 0);
    warnings->setSpacing(space::hair);
    content().addWidget(m_sentence);
    content().addWidget(makeTable(), 1);
    content().addWidget(makeChoices());
    content().addWidget(m_warnings);

    connect(m_sentence, &QLabel::linkActivated, this, &DataPage::openLink);
    connect(&primaryButton(), &QPushButton::clicked, this, [this] { emit stageWanted(Stage::Network); });
    connect(&document, &Document::sourceChanged, this, &DataPage::refreshTable);
    connect(&document, &Document::dataChanged, this, &DataPage::refreshChoices);
    retranslate();
    refreshTable();
}

QWidget* DataPage::makeTable()
{
    auto* area = new QWidget(this);
    m_views = new DataViews(document(), area);
    m_card = new ColumnCard(area);
    m_card->setFixedWidth(cardWidth);
    auto* layout = new QHBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(m_views, 1);
    layout->addWidget(m_card);
    connect(m_views, &DataViews::columnsSelected, this, &DataPage::refreshColumn);
    connect(m_card, &ColumnCard::roleWanted, this, &DataPage::chooseRole);
    return area;
}

QWidget* DataPage::makeChoices()
{
    QFrame* card = makeCard(this);
    m_targetLabel = makeLabel(Type::Text, Tone::Muted, card);
    m_target = new QComboBox(card);
    m_target->setObjectName(QStringLiteral("target"));
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_taskLabel = makeLabel(Type::Text, Tone::Muted, card);
    m_task = new QComboBox(card);
    m_task->setObjectName(QStringLiteral("task"));
    m_task->addItems({QString(), QString(), QString()});
    m_splitLabel = makeLabel(Type::Text, Tone::Muted, card);
    m_split = new SplitBar(card);
    m_split->setObjectName(QStringLiteral("split"));
    m_seedLabel = makeLabel(Type::Text, Tone::Muted, card);
    m_seed = new QSpinBox(card);
    m_seed->setObjectName(QStringLiteral("splitSeed"));
    m_seed->setRange(0, 999'999);
    m_seed->setKeyboardTracking(false);

    auto* layout = new QHBoxLayout(card);
    layout->setContentsMargins(space::large, space::medium, space::large, space::medium);
    layout->setSpacing(space::large);
    const auto addPair = [&](QLabel* label, QWidget* widget, int stretch) {
        auto* column = new QVBoxLayout;
        column->setSpacing(space::hair);
        column->addWidget(label);
        column->addWidget(widget);
        column->addStretch(1);
        label->setBuddy(widget);
        layout->addLayout(column, stretch);
    };
    addPair(m_targetLabel, m_target, 0);
    addPair(m_taskLabel, m_task, 0);
    addPair(m_splitLabel, m_split, 1);
    addPair(m_seedLabel, m_seed, 0);

    connect(m_target, &QComboBox::activated, this, &DataPage::chooseTarget);
    connect(m_task, &QComboBox::activated, this, &DataPage::chooseTask);
    connect(m_seed, &QSpinBox::valueChanged, this, &DataPage::chooseSeed);
    connect(m_split, &SplitBar::splitWanted, this,
            [this](const Split& split) { document().history().push(new ChangeSplit(document(), split)); });
    return card;
}

void DataPage::retranslate()
{
    setTitle(stageName(stage()), tr("See what was understood, choose what is learned, and go on."));
    primaryButton().setText(tr("Design the network"));
    m_targetLabel->setText(tr("Learn the column"));
    m_taskLabel->setText(tr("As"));
    m_splitLabel->setText(tr("Rows for training, validation and test"));
    m_seedLabel->setText(tr("Seed"));
    m_seed->setToolTip(tr("The same seed shares the rows out in the same way."));
    m_task->setItemText(0, tr("what its values suggest"));
    m_task->setItemText(1, tr("a class"));
    m_task->setItemText(2, tr("a number"));
    refreshChoices();
}

void DataPage::refreshTable()
{
    m_card->clear();
}

void DataPage::refreshChoices()
{
    refreshSentence();
    const Project& project = document().project();
    const QSignalBlocker target(m_target), task(m_task), seed(m_seed);
    m_target->clear();
    m_target->setPlaceholderText(tr("choose a column"));
    if (project.source) {
        const auto& columns = project.source->table->columns;
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (usableAsTarget(columns[i]))
                m_target->addItem(QString::fromStdString(columns[i].name), static_cast<int>(i));
        const auto chosen = columnWith(Role::Target, project.data);
        m_target->setCurrentIndex(chosen ? m_target->findData(static_cast<int>(*chosen)) : -1);
    }
    m_task->setCurrentIndex(!project.data.task ? 0 : *project.data.task == Task::Classification ? 1 : 2);
    m_seed->setValue(static_cast<int>(std::min<std::uint64_t>(project.data.split.seed, 999'999)));
    m_split->setSplit(project.data.split);
    if (const auto dataset = document().dataset())
        m_split->setCounts({dataset->training.rows(), dataset->validation.rows(), dataset->test.rows()});
    else
        m_split->setCounts({});
    primaryButton().setEnabled(document().dataset() != nullptr);
    refreshColumn();
    refreshWarnings();
}

void DataPage::refreshColumn()
{
    const Project& project = document().project();
    const int column = m_views->column();
    if (!project.source || column < 0) {
        m_card->clear();
        return;
    }
    const auto index = static_cast<std::size_t>(column);
    if (index < project.data.columns.size())
        m_card->show(project.source->table->columns[index], project.data.columns[index].role);
}

void DataPage::refreshSentence()
{
    const auto& source = document().project().source;
    if (!source) {
        m_sentence->clear();
        return;
    }
    const Table& table = *source->table;
    const auto link = [](const char* part, const QString& text) {
        return QStringLiteral("<a href=\"%1\">%2</a>").arg(QLatin1String(part), text.toHtmlEscaped());
    };
    const QString rows = tr("%Ln row(s)", nullptr, static_cast<int>(table.rows));
    const QString columns = tr("%Ln column(s)", nullptr, static_cast<int>(table.columns.size()));
    m_sentence->setText(
        QStringList{QStringLiteral("<b>%1</b>").arg(QString::fromStdString(source->fileName).toHtmlEscaped()),
                    rows + QStringLiteral(", ") + columns, link("separator", separatorText(table.separator)),
                    link("decimal", decimalText(table.decimal)), encodingText(table.encoding),
                    link("header", headerText(table.header))}
            .join(QStringLiteral(" · ")));
}

void DataPage::refreshWarnings()
{
    qDeleteAll(m_warnings->findChildren<MessageStrip*>(Qt::FindDirectChildrenOnly));
    std::vector<Message> all;
    if (const auto& source = document().project().source)
        all = source->table->warnings;
    if (const auto dataset = document().dataset())
        all.insert(all.end(), dataset->warnings.begin(), dataset->warnings.end());
    for (std::size_t i = 0; i < std::min<std::size_t>(all.size(), mostWarnings); ++i) {
        auto* strip = new MessageStrip(m_warnings);
        m_warnings->layout()->addWidget(strip);
        strip->show(Severity::Warning, all[i]);
    }
}

void DataPage::openLink(const QString& link)
{
    QMenu menu(this);
    const Table& table = *document().project().source->table;
    const auto add = [&](const QString& text, bool checked, const QString& part) {
        QAction* action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(checked);
        connect(action, &QAction::triggered, this, [this, part] { chooseReading(part); });
    };
    if (link == u"separator")
        for (char separator : {',', ';', '\t', '|'})
            add(separatorText(separator), table.separator == separator,
                QStringLiteral("separator%1").arg(QChar::fromLatin1(separator)));
    else if (link == u"decimal")
        for (char decimal : {'.', ','})
            add(decimalText(decimal), table.decimal == decimal,
                QStringLiteral("decimal%1").arg(QChar::fromLatin1(decimal)));
    else
        for (bool header : {true, false})
            add(headerText(header), table.header == header,
                header ? QStringLiteral("header1") : QStringLiteral("header0"));
    menu.exec(QCursor::pos());
}

void DataPage::chooseReading(const QString& part)
{
    ReadOptions reading = document().project().data.reading;
    const char value = part.back().toLatin1();
    if (part.startsWith(u"separator"))
        reading.separator = value;
    else if (part.startsWith(u"decimal"))
        reading.decimal = value;
    else
        reading.header = value == '1';
    m_open.readAgain(reading);
}

void DataPage::chooseTarget(int index)
{
    makeTarget(static_cast<std::size_t>(m_target->itemData(index).toInt()));
}

void DataPage::chooseRole(Role role)
{
    const int selected = m_views->column();
    DataChoices choices = document().project().data;
    const auto column = static_cast<std::size_t>(selected);
    if (selected < 0 || column >= choices.columns.size() || choices.columns[column].role == role)
        return;
    if (role == Role::Target) {
        makeTarget(column);
        return;
    }
    choices.columns[column].role = role;
    document().history().push(new ChangeRoles(document(), std::move(choices)));
}

void DataPage::makeTarget(std::size_t column)
{
    const auto& source = document().project().source;
    if (!source || column >= source->table->columns.size())
        return;
    DataChoices choices = document().project().data;
    const Result<void> chosen = broto::chooseTarget(choices, *source->table, source->table->columns[column].header);
    if (!chosen)
        document().report(Stage::Data, chosen.error());
    else if (!(choices == document().project().data))
        document().history().push(new ChangeRoles(document(), std::move(choices)));
}

void DataPage::chooseTask(int index)
{
    const std::optional<Task> tasks[] = {std::nullopt, Task::Classification, Task::Regression};
    if (tasks[index] != document().project().data.task)
        document().history().push(new ChangeTask(document(), tasks[index]));
}

void DataPage::chooseSeed(int seed)
{
    Split split = document().project().data.split;
    split.seed = static_cast<std::uint64_t>(seed);
    document().history().push(new ChangeSplit(document(), split));
}

}
