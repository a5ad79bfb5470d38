#include "ui/widgets/theme.h"

#include "ui/widgets/text_measures.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFontDatabase>
#include <QStyle>
#include <QStyleFactory>
#include <QToolTip>

namespace broto::ui {

namespace {

QPalette paletteFor(const Colours& c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.background);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.background);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, c.surface);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.error);
    palette.setColor(QPalette::ToolTipBase, c.surface);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Light, c.surface);
    palette.setColor(QPalette::Midlight, c.line);
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Dark, c.muted);
    palette.setColor(QPalette::Shadow, c.line);
    for (QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.muted);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, c.muted);
    return palette;
}

/// The style sheet with @names in place of colours. What can be typed into takes its colours of text from the palette:
/// a sheet's would make the grey of a placeholder paler than can be read.
constexpr auto sheetTemplate = R"(
QMenuBar { background: @background; border-bottom: 1px solid @line; padding: 4px; }
QMenuBar::item { padding: 8px 10px; margin-top: 2px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: @accentSurface; }
QMenu { background: @surface; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 24px; border-radius: 4px; }
QMenu::item:selected { background: @accentSurface; color: @text; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QToolTip { background: @surface; color: @text; border: 1px solid @line; padding: 4px 8px; }

QPushButton { background: @surface; color: @text; border: 1px solid @line; border-radius: 6px; padding: 6px 14px; }
QPushButton:hover { border-color: @accent; }
QPushButton:pressed, QPushButton:checked { background: @accentSurface; }
QPushButton:focus { border: 2px solid @accent; padding: 5px 13px; }
QPushButton:disabled { color: @muted; background: @background; }
QPushButton[kind="primary"] { background: @accent; color: @onAccent; border: 1px solid @accent; font-weight: 600;
                              padding: 8px 18px; }
QPushButton[kind="primary"]:hover { background: @accentHover; }
QPushButton[kind="primary"]:focus { border: 2px solid @text; padding: 7px 17px; }
QPushButton[kind="primary"]:disabled { background: @line; color: @muted; border-color: @line; }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; color: @accent; }
QPushButton[kind="quiet"]:hover { background: @accentSurface; }
QPushButton[kind="quiet"]:focus { border: 1px solid @accent; padding: 6px 14px; }
QPushButton[kind="quiet"]:disabled { color: @muted; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; border-radius: 4px; color: @accent;
                           padding: 1px 3px; text-align: left; }
QPushButton[kind="link"]:hover { background: @accentSurface; }
QPushButton[kind="link"]:focus { border: 1px solid @accent; padding: 1px 3px; }
QPushButton[kind="link"]:disabled { color: @muted; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px; }
QToolButton:hover, QToolButton:checked { background: @accentSurface; }
QToolButton:checked { border-color: @accent; }
QToolButton:focus { border: 1px solid @accent; }

QComboBox, QSpinBox, QDoubleSpinBox, QLineEdit { background: @surface; border: 1px solid @line; border-radius: 6px;
    padding: 4px 8px; min-height: 20px; selection-background-color: @accent;
    selection-color: @onAccent; }
QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QLineEdit:focus { border: 2px solid @accent; padding: 3px 7px; }
QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QLineEdit:disabled { background: @background; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/icons/chevron-down-@theme.svg); width: 12px; height: 12px; }
QComboBox { combobox-popup: 0; }
QComboBoxPrivateContainer { background: @surface; border: 1px solid @line; border-radius: 0; padding: 0; }
QComboBox QAbstractItemView { background: @surface; color: @text; border: 1px solid @line; border-radius: 0; padding: 0;
    outline: none; selection-background-color: @accentSurface; selection-color: @text; }
QComboBox QAbstractItemView:focus { border: 1px solid @line; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; border: none; border-radius: 0; }
QComboBox QAbstractItemView::item:hover, QComboBox QAbstractItemView::item:selected { background: @accentSurface;
    color: @text; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator { width: 14px; height: 14px;
    border: 1px solid @muted; background: @surface; }
QCheckBox::indicator, QAbstractItemView::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid @accent; width: 12px; height: 12px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: @accent; border-color: @accent;
    image: url(:/icons/tick-@theme.svg); }
QRadioButton::indicator:checked { background: @surface; border: 5px solid @accent; width: 6px; height: 6px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @line; background: @background; }
QSpinBox::up-button, QDoubleSpinBox::up-button { subcontrol-position: right; right: 3px; width: 16px; border: none; }
QSpinBox::down-button, QDoubleSpinBox::down-button { subcontrol-position: right; right: 20px; width: 16px; border: none; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url(:/icons/plus-@theme.svg); width: 12px; height: 12px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url(:/icons/minus-@theme.svg); width: 12px; height: 12px; }
QSpinBox, QDoubleSpinBox { padding-right: 2px; padding-left: 6px; }

QFrame[card="true"] { background: @surface; border: 1px solid @line; border-radius: 6px; }
QFrame[card="true"] QLabel { background: transparent; }
QLabel[tone="muted"] { color: @muted; }
QLabel[tone="good"] { color: @good; }
QLabel[tone="error"] { color: @error; }

QTableView, QListView, QPlainTextEdit { background: @surface; border: 1px solid @line; border-radius: 6px;
    selection-background-color: @accentSurface; selection-color: @text; gridline-color: @line;
    alternate-background-color: @background; }
QTableView:focus, QListView:focus, QPlainTextEdit:focus { border: 1px solid @accent; }
QTableView::item { padding: 2px 8px; border: none; }
QTableView::item:selected { background: @accentSurface; color: @text; }
QHeaderView { background: @surface; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @line;
    padding: 6px 8px; font-weight: normal; }
QTableCornerButton::section { background: @surface; border: none; border-bottom: 1px solid @line; }
QListView::item { padding: 6px; border-radius: 4px; }
QListView::item:selected { background: @accentSurface; color: @text; }
QTableView, QListView { outline: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QTabWidget::pane { border: none; border-top: 1px solid @line; top: -1px; }
QTabBar::tab { background: transparent; color: @muted; border: none; border-bottom: 2px solid transparent;
    padding: 6px 4px; margin-right: 16px; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:selected:focus { background: @accentSurface; }
QToolButton[kind="menu"] { background: @surface; color: @text; border: 1px solid @line; padding: 5px 20px 5px 10px; }
QToolButton[kind="menu"]:hover { border-color: @accent; }
QToolButton[kind="menu"]:focus { border: 2px solid @accent; padding: 4px 19px 4px 9px; }
QToolButton[kind="menu"]::menu-indicator { image: url(:/icons/chevron-down-@theme.svg); width: 12px; height: 12px;
    subcontrol-origin: border; subcontrol-position: right center; right: 6px; }

QSlider { min-height: 18px; }
QSlider::groove:horizontal { background: @line; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal { background: @surface; border: 2px solid @accent; width: 10px; margin: -5px 0;
    border-radius: 7px; }
QSlider::handle:horizontal:focus { background: @accent; }
QProgressBar { background: @line; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QSplitter::handle { background: transparent; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 4px; min-height: 24px; min-width: 24px; margin: 1px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

QString styleSheetFor(Theme theme)
{
    const Colours c = coloursFor(theme);
    QString sheet = QString::fromLatin1(sheetTemplate);
    // The longer names first: @accent begins @accentSurface.
    const std::pair<const char*, QString> names[] = {
        {"@accentSurface", c.accentSurface.name()},
        {"@accentHover", theme == Theme::Dark ? c.accent.lighter(110).name() : c.accent.darker(112).name()},
        {"@onAccent", c.onAccent.name()},
        {"@accent", c.accent.name()},
        {"@background", c.background.name()},
        {"@surface", c.surface.name()},
        {"@line", c.line.name()},
        {"@text", c.text.name()},
        {"@muted", c.muted.name()},
        {"@error", c.error.name()},
        {"@good", c.good.name()},
        {"@theme", theme == Theme::Dark ? QStringLiteral("dark") : QStringLiteral("light")},
    };
    for (const auto& [name, value] : names)
        sheet.replace(QLatin1String(name), value);
    return sheet;
}

QFont applicationFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (QFontDatabase::families().contains(QStringLiteral("Inter")))
        font.setFamilies({QStringLiteral("Inter")});
    font.setPointSizeF(10 * textScale());
    return font;
}

}

void applyTheme(QApplication& application, Theme theme)
{
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    application.setFont(applicationFont());
    const QPalette palette = paletteFor(coloursFor(theme));
    application.setPalette(palette);
    QToolTip::setPalette(palette);
    application.setStyleSheet(styleSheetFor(theme));
}

void applyTextScale(QApplication& application, Theme theme, double scale)
{
    setTextScale(scale);
    applyTheme(application, theme);
    announceTextScale();
}

void setKind(QAbstractButton& button, ButtonKind kind)
{
    static constexpr const char* names[] = {"primary", "plain", "quiet", "menu", "link"};
    button.setProperty("kind", QString::fromLatin1(names[static_cast<int>(kind)]));
    button.style()->unpolish(&button);
    button.style()->polish(&button);
}

}
