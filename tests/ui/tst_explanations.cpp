// Every page explains itself, in both languages and with its figures, beside it: one panel at a time.

#include "ui/fixtures.h"
#include "ui/own_window.h"
#include "ui/pages/stage_page.h"
#include "ui/widgets/explain_button.h"
#include "ui/widgets/explanation.h"
#include "ui/widgets/explanation_panel.h"
#include "ui/widgets/figure_view.h"
#include "ui/widgets/lesson_panel.h"
#include "ui/widgets/stage_names.h"
#include "ui/widgets/stage_rail.h"

#include <QAction>
#include <QDir>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSet>
#include <QSvgRenderer>
#include <QTest>

using namespace broto;
using namespace broto::ui;

namespace {

QStringList pages()
{
    QStringList names = {QStringLiteral("welcome")};
    for (const Stage stage : allStages)
        names << stageIcon(stage);
    return names;
}

QStringList figuresOf(const Explanation& explanation)
{
    QStringList names;
    for (const ExplanationPart& part : explanation.parts)
        if (part.kind == ExplanationPart::Kind::Figure)
            names << part.figure;
    return names;
}

/// Of the light theme, of series and of variants.
QSet<QByteArray> coloursOfFigures()
{
    const Colours c = coloursFor(Theme::Light);
    QList<QColor> all = {c.background,    c.surface,  c.line,    c.text,  c.muted, c.accent,
                         c.accentSurface, c.onAccent, c.warning, c.error, c.good};
    for (int i = 0; i < 6; ++i)
        all << seriesColour(i);
    for (const char* method : {"float", "ptq", "qat", "codebook", "prune", "distill", "prune+ptq"})
        all << variantColour(QLatin1String(method));
    all << QColor(Qt::black); // of text on the colour of a series
    QSet<QByteArray> names;
    for (const QColor& colour : all)
        names << colour.name().toUpper().toLatin1();
    return names;
}

const QLocale english(QLocale::English), portuguese(QLocale::Portuguese, QLocale::Brazil);

}

class ExplanationsTest : public QObject {
    Q_OBJECT

private slots:
    void everyPageIsExplained_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QLocale>("locale");
        for (const QString& page : pages()) {
            QTest::newRow(qPrintable(page + QStringLiteral(", English"))) << page << english;
            QTest::newRow(qPrintable(page + QStringLiteral(", Portuguese"))) << page << portuguese;
        }
    }
    void everyPageIsExplained()
    {
        QFETCH(QString, page);
        QFETCH(QLocale, locale);
        const std::optional<Explanation> explanation = explanationOf(page, locale);
        QVERIFY2(explanation, "its file is missing");
        QVERIFY(!explanation->title.isEmpty());
        QVERIFY(figuresOf(*explanation).size() >= 2);
        int words = 0;
        for (const ExplanationPart& part : explanation->parts) {
            QVERIFY2(!part.text.isEmpty(), "a part without text");
            QVERIFY2(!part.text.startsWith(u'!') && !part.text.startsWith(u'#'), qPrintable(part.text));
            words += static_cast<int>(part.text.split(u' ').size());
        }
        QVERIFY2(words > 120 && words < 500, qPrintable(QStringLiteral("%1 words are not half a page").arg(words)));
    }

    void bothLanguagesShowTheSame()
    {
        for (const QString& page : pages()) {
            const Explanation one = *explanationOf(page, english), other = *explanationOf(page, portuguese);
            QCOMPARE(figuresOf(other), figuresOf(one));
            QCOMPARE(other.parts.size(), one.parts.size());
            for (std::size_t i = 0; i < one.parts.size(); ++i) {
                QVERIFY(other.parts[i].kind == one.parts[i].kind);
                QVERIFY2(other.parts[i].text != one.parts[i].text, qPrintable(one.parts[i].text));
            }
        }
    }

    void everyFigureExistsAndEachIsShown()
    {
        QStringList shown;
        for (const QString& page : pages())
            shown << figuresOf(*explanationOf(page, english));
        for (const QString& name : shown) {
            QSvgRenderer drawing(QStringLiteral(":/help/%1.svg").arg(name));
            QVERIFY2(drawing.isValid() && !drawing.viewBoxF().isEmpty(), qPrintable(name));
        }
        shown.sort();
        QStringList kept = QDir(QStringLiteral(":/help")).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
        kept.replaceInStrings(QStringLiteral(".svg"), QString());
        QCOMPARE(kept, shown);
    }

    /// A drawing in a colour that is no theme's would stay as it is in the dark.
    void figuresFollowTheTheme()
    {
        QFile file(QStringLiteral(":/help/welcome-same.svg"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray drawn = file.readAll();
        QCOMPARE(inColoursOf(Theme::Light, drawn).toUpper(), drawn.toUpper());
        const QByteArray dark = inColoursOf(Theme::Dark, drawn).toUpper();
        QVERIFY(drawn.contains(coloursFor(Theme::Light).accent.name().toUpper().toLatin1()));
        QVERIFY(!dark.contains(coloursFor(Theme::Light).accent.name().toUpper().toLatin1()));
        QVERIFY(dark.contains(coloursFor(Theme::Dark).accent.name().toUpper().toLatin1()));
        const QSet<QByteArray> known = coloursOfFigures();
        for (const QString& name : QDir(QStringLiteral(":/help")).entryList({QStringLiteral("*.svg")})) {
            QFile each(QStringLiteral(":/help/") + name);
            QVERIFY(each.open(QIODevice::ReadOnly));
            const QByteArray figure = each.readAll();
            static const QRegularExpression colour(QStringLiteral("#[0-9A-Fa-f]{6}"));
            for (const QRegularExpressionMatch& match : colour.globalMatch(QString::fromLatin1(figure)))
                QVERIFY2(known.contains(match.captured().toUpper().toLatin1()),
                         qPrintable(name + QStringLiteral(": ") + match.captured()));
        }
    }

    void theQuestionMarkOfEachPageOpensItsOwn()
    {
        open();
        QVERIFY(!panel().isVisible());
        for (const Stage stage : allStages) {
            m_window->openStage(stage);
            press();
            QVERIFY(panel().isVisible());
            QCOMPARE(title(), explanationOf(stageIcon(stage), english)->title);
            QVERIFY(!panel().findChildren<FigureView*>().isEmpty());
            press();
            QVERIFY(!panel().isVisible());
        }
        m_window->openWelcome();
        press();
        QCOMPARE(title(), explanationOf(QStringLiteral("welcome"), english)->title);
    }

    void theQuestionMarkComesLastOnItsPage()
    {
        open();
        for (const Stage stage : allStages) {
            m_window->openStage(stage);
            for (StagePage* page : m_window->findChildren<StagePage*>()) {
                if (!page->isVisible())
                    continue;
                const QWidget* mark = page->findChild<ExplainButton*>();
                for (const QWidget* next = mark->nextInFocusChain(); next != page; next = next->nextInFocusChain())
                    QVERIFY2(!page->isAncestorOf(next) || !(next->focusPolicy() & Qt::TabFocus),
                             qPrintable(next->objectName()));
            }
        }
    }

    void anOpenExplanationFollowsThePageAndTheLanguage()
    {
        open();
        m_window->openStage(Stage::Train);
        press();
        m_window->openStage(Stage::Compress);
        QCOMPARE(title(), QStringLiteral("Compress"));
        for (QAction* action : m_window->findChildren<QAction*>())
            if (action->text() == QStringLiteral("Português (Brasil)"))
                action->trigger();
        QTRY_COMPARE(title(), QStringLiteral("Compressão"));
    }

    void lessonsAndExplanationShareOnePlace()
    {
        open();
        auto& lessons = *m_window->findChild<LessonPanel*>();
        auto& rail = *m_window->findChild<StageRail*>();
        rail.lessons().click();
        QVERIFY(lessons.isVisible());
        press();
        QVERIFY(panel().isVisible());
        QVERIFY(!lessons.isVisible());
        QVERIFY(!rail.lessons().isChecked());
        rail.lessons().click();
        QVERIFY(lessons.isVisible());
        QVERIFY(!panel().isVisible());
    }

    void nothingOfItIsCutOff()
    {
        open();
        for (const Stage stage : allStages) {
            m_window->openStage(stage);
            if (!panel().isVisible())
                press();
            QCoreApplication::processEvents();
            const QWidget& content = *panel().scroll().widget();
            QVERIFY(content.width() <= panel().scroll().viewport()->width());
            int labels = 0;
            for (const QLabel* label : content.findChildren<QLabel*>()) {
                QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
                ++labels;
            }
            QVERIFY(labels > 5);
        }
    }

private:
    void open()
    {
        m_own.reset();
        m_own = std::make_unique<test::OwnWindow>();
        m_window = &m_own->window;
        m_window->resize(1366, 740);
        m_window->show();
        m_window->document().replace(test::trainedIris(), {});
        m_window->openStage(Stage::Data);
    }

    ExplanationPanel& panel() { return *m_window->findChild<ExplanationPanel*>(); }
    QString title() { return panel().findChild<QLabel*>(QStringLiteral("sidePanelTitle"))->text(); }

    /// The question mark of the page that is open.
    void press()
    {
        for (ExplainButton* button : m_window->findChildren<ExplainButton*>())
            if (button->isVisible()) {
                button->click();
                return;
            }
        QFAIL("the page has no question mark");
    }

    std::unique_ptr<test::OwnWindow> m_own;
    MainWindow* m_window = nullptr;
};

QTEST_MAIN(ExplanationsTest)
#include "tst_explanations.moc"
