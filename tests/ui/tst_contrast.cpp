// Whether everything that is written on the window can be read, measured on the pixels, in both themes.

#include "ui/fixtures.h"
#include "ui/own_window.h"
#include "ui/widgets/run_view.h"
#include "ui/widgets/stage_names.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tokens.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QTest>

#include <cmath>
#include <unordered_map>
#include <utility>

using namespace broto;
using namespace broto::ui;

namespace {

constexpr double needed = 4.5; ///< of text against what is behind it (WCAG 2.1, 1.4.3)
constexpr int enlarged = 3;    ///< so that strokes have pixels of their own colour

double luminance(QRgb colour)
{
    const auto linear = [](int part) {
        const double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour)) + 0.0722 * linear(qBlue(colour));
}

double contrast(QRgb a, QRgb b)
{
    const double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

/// Of what stands out most against what there is most of.
double contrastIn(const QImage& picture)
{
    constexpr int strokes = 4; ///< of a colour in so many pixels something is drawn
    std::unordered_map<QRgb, int> pixels;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            ++pixels[picture.pixel(x, y)];
    const auto most = std::ranges::max_element(pixels, {}, [](const auto& entry) { return entry.second; });
    double best = 1;
    for (const auto& [colour, count] : pixels)
        if (count >= strokes)
            best = std::max(best, contrast(colour, most->first));
    return best;
}

struct Written {
    QString text;
    QRect place; ///< in the window
};

void addTexts(std::vector<Written>& all, const QWidget& window, const QWidget* widget)
{
    constexpr int frame = 4;
    const auto add = [&](const QString& text, QRect place) {
        place.translate(widget->mapTo(&window, QPoint()));
        // Of what is scrolled in part out of sight there may be no letter.
        const QRegion seen = widget->visibleRegion().translated(widget->mapTo(&window, QPoint()));
        if (!text.trimmed().isEmpty() && !place.isEmpty() && seen.contains(place) && seen.intersected(place) == place)
            all.push_back({text, place});
    };
    const QRect inside = widget->rect().adjusted(frame, frame, -frame, -frame);
    if (const auto* label = qobject_cast<const QLabel*>(widget); label && label->pixmap().isNull())
        add(label->text(), label->rect());
    else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
        add(button->text(), inside);
    else if (const auto* box = qobject_cast<const QComboBox*>(widget))
        add(box->currentText(), inside);
    else if (const auto* line = qobject_cast<const QLineEdit*>(widget))
        add(line->text().isEmpty() ? line->placeholderText() : line->text(), inside);
    else if (const auto* tabs = qobject_cast<const QTabBar*>(widget))
        for (int i = 0; i < tabs->count(); ++i)
            add(tabs->isTabEnabled(i) ? tabs->tabText(i) : QString(), tabs->tabRect(i));
}

/// The cells of a view are drawn on its viewport.
void addCells(std::vector<Written>& all, const QWidget& window, const QAbstractItemView& view)
{
    const QWidget* viewport = view.viewport();
    const QModelIndex root = view.rootIndex();
    for (int row = 0; view.model() && row < view.model()->rowCount(root); ++row)
        for (int column = 0; column < view.model()->columnCount(root); ++column) {
            const QModelIndex index = view.model()->index(row, column, root);
            const QRect place = view.visualRect(index);
            if (viewport->rect().contains(place) && index.flags() & Qt::ItemIsEnabled &&
                !index.data().toString().trimmed().isEmpty())
                all.push_back({index.data().toString(), place.translated(viewport->mapTo(&window, QPoint()))});
        }
}

std::vector<Written> textsOf(const QWidget& window)
{
    std::vector<Written> all;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || !widget->isEnabled() || widget->window() != &window)
            continue;
        if (const auto* view = qobject_cast<const QAbstractItemView*>(widget))
            addCells(all, window, *view);
        else
            addTexts(all, window, widget);
    }
    return all;
}

QImage enlargedPicture(QWidget& window)
{
    QImage picture(window.size() * enlarged, QImage::Format_RGB32);
    picture.setDevicePixelRatio(enlarged);
    window.render(&picture);
    picture.setDevicePixelRatio(1);
    return picture;
}

/// What views compute in the background is there.
QImage pictureAtRest(QWidget& window)
{
    QImage picture = enlargedPicture(window);
    const auto stands = [&] {
        QImage before = std::exchange(picture, enlargedPicture(window));
        return picture == before && std::ranges::none_of(window.findChildren<RunView*>(), &RunView::computing);
    };
    while (!QTest::qWaitFor(stands, 10'000))
        qFatal("the window does not come to rest");
    return picture;
}

}

class ContrastTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_problems.clear();
        m_texts = 0;
        m_least = 21;
    }

    void coloursOfTextStandOut_data() { themes(); }
    void coloursOfTextStandOut()
    {
        QFETCH(Theme, theme);
        const Colours colours = coloursFor(theme);
        const auto readable = [](const QColor& text, const QColor& behind) {
            return contrast(text.rgb(), behind.rgb()) >= needed;
        };
        for (const QColor& behind : {colours.background, colours.surface})
            for (const QColor& text : {colours.text, colours.muted, colours.accent, colours.error, colours.good})
                QVERIFY2(readable(text, behind), qPrintable(text.name() + QStringLiteral(" on ") + behind.name()));
        QVERIFY(readable(colours.onAccent, colours.accent));
        QVERIFY(readable(colours.text, colours.accentSurface));
        QVERIFY(readable(colours.accent, colours.accentSurface));
    }

    void everyPageCanBeRead_data() { themes(); }
    void everyPageCanBeRead()
    {
        QFETCH(Theme, theme);
        const auto own = std::make_unique<test::OwnWindow>();
        MainWindow& window = own->window;
        applyTheme(*qApp, theme);
        window.resize(1366, 740);
        look(window, QStringLiteral("welcome"));
        window.document().replace(test::trainedIris(), {});
        for (const Stage stage : allStages) {
            window.openStage(stage);
            look(window, stageIcon(stage));
            for (QTabBar* tabs : window.findChildren<QTabBar*>())
                for (int i = 0; i < tabs->count() && tabs->isVisible(); ++i) {
                    tabs->setCurrentIndex(i);
                    look(window, stageIcon(stage) + QStringLiteral(" > ") + tabs->tabText(i));
                }
        }
        qInfo("%d texts, the least %.2f", m_texts, m_least);
        QVERIFY(m_texts > 500);
        QVERIFY2(m_problems.isEmpty(), qPrintable(m_problems.join(QLatin1Char('\n'))));
    }

private:
    static void themes()
    {
        QTest::addColumn<Theme>("theme");
        QTest::newRow("light") << Theme::Light;
        QTest::newRow("dark") << Theme::Dark;
    }

    void look(MainWindow& window, const QString& page)
    {
        const QImage picture = pictureAtRest(window);
        for (const Written& written : textsOf(window)) {
            const QRect place(written.place.topLeft() * enlarged, written.place.size() * enlarged);
            const double found = contrastIn(picture.copy(place));
            ++m_texts;
            m_least = std::min(m_least, found);
            if (found < needed)
                m_problems << QStringLiteral("%1: “%2” has %3").arg(page, written.text).arg(found, 0, 'f', 2);
        }
    }

    QStringList m_problems;
    int m_texts = 0;
    double m_least = 21;
};

QTEST_MAIN(ContrastTest)
#include "tst_contrast.moc"
