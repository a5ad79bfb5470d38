#include "platform/file.h"
#include "platform/paths.h"
#include "ui/fixtures.h"
#include "ui/jobs/device_job.h"
#include "ui/pages/pins_button.h"
#include "ui/widgets/number_spin.h"
#include "ui/widgets/sensor_pins_popup.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace broto;
using namespace broto::ui;

/// Which pin measures what, in the window.
class SensorPinsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        applyTheme(*qApp, Theme::Light);
        test::speakEnglish();
        m_project = test::trainedIris();
    }

    void init()
    {
        m_document = std::make_unique<Document>();
        m_document->replace(m_project, {});
        m_button = std::make_unique<PinsButton>(*m_document);
        m_button->show();
    }

    void cleanup()
    {
        m_button.reset();
        m_document.reset();
    }

    void pinsAreChosenKeptAndUndone()
    {
        QVERIFY(m_button->isEnabled());
        QCOMPARE(m_button->text(), QStringLiteral("Pins"));
        choose("sepal length", "A0");
        choose("petal width", "A3");
        number("petal width", 0)->setValue(0.005);
        number("petal width", 1)->setValue(-1);
        const QPointer<SensorPinsPopup> popup = &opened();
        button("takePins")->click();
        QTRY_VERIFY(!popup);
        const std::vector<SensorPin> pins = m_document->project().sensorPins.at("uno");
        QCOMPARE(pins.size(), std::size_t(2));
        QVERIFY(pins[1] == (SensorPin{"petal width", "A3", 0.005f, -1}));
        // The first one begins with what was learned.
        const Board uno = m_document->board();
        const Feature& length = m_document->chosenVariant()->model.preprocessing.features[0];
        QCOMPARE(pins[0].pin, std::string("A0"));
        QCOMPARE(valuesOf(pins[0], uno).first, length.lowest);
        QVERIFY(std::abs(valuesOf(pins[0], uno).second - length.highest) < 1e-4f);
        QCOMPARE(m_button->text(), QStringLiteral("Pins: 2"));
        QCOMPARE(m_document->history().count(), 1);
        m_document->history().undo();
        QVERIFY(m_document->project().sensorPins.empty());
        QCOMPARE(m_button->text(), QStringLiteral("Pins"));
    }

    void pinsOfTheProjectAreShownAndLeftAsTheyAre()
    {
        m_document->setSensorPins("uno", {{"sepal width", "A5", 0.48828f, -50}});
        QCOMPARE(pin("sepal width")->currentText(), QStringLiteral("A5"));
        QCOMPARE(number("sepal width", 0)->text(), QStringLiteral("0.48828"));
        QVERIFY(!number("sepal length", 0)->isEnabled());
        button("takePins")->click();
        QCOMPARE(m_document->history().count(), 0); // nothing has changed
        choose("sepal width", "none");
        button("takePins")->click();
        QVERIFY(m_document->project().sensorPins.empty());
    }

    void pinsOfWhatAnotherModelTakesStay()
    {
        const SensorPin other = {"of another table", "A0", 1, 0};
        m_document->setSensorPins("uno", {other});
        const std::uint64_t before = m_document->revision();
        choose("sepal width", "A5");
        button("takePins")->click();
        const std::vector<SensorPin>& pins = m_document->project().sensorPins.at("uno");
        QCOMPARE(pins.size(), std::size_t(2));
        QVERIFY(pins[0].feature == "sepal width" && pins[1] == other);
        QVERIFY(m_document->revision() > before); // so that it is put aside
    }

    void aBoardWithoutPinsSaysSo()
    {
        m_document->setBoard("microbit");
        QVERIFY(!m_button->isEnabled());
        QVERIFY(m_button->toolTip().contains(QStringLiteral("no pins")));
    }

    void firmwareIsBuiltWithThem()
    {
        if (!findProgram("avr-gcc"))
            QSKIP("SKIPPED: avr-gcc is not installed (gcc-avr, avr-libc)");
        m_document->setSensorPins("uno", {{"sepal width", "A5", 0.5f, 0}, {"of another table", "A0", 1, 0}});
        JobRunner runner;
        DeviceJob device(*m_document, runner);
        Port port;
        port.path = "/dev/nowhere"; // the upload fails
        device.run(m_document->chosenVariant(), port);
        QTRY_VERIFY_WITH_TIMEOUT(!device.running(), 60'000);
        const auto& built = m_document->boardSession().firmware;
        QVERIFY2(built, inEnglish(*m_document->problem(Stage::Device)).c_str());
        const auto header = readFile(built->firmware.folder / built->firmware.name / "sensors.h");
        QVERIFY(header && header->find("analogRead(A5), 0.5f, 0.0f)") != std::string::npos);
        QVERIFY(header->find("A0") == std::string::npos);
    }

    void inANarrowWindowThePopupIsScrolled_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("narrow") << 520;
        QTest::newRow("wide") << 790;
    }

    void inANarrowWindowThePopupIsScrolled()
    {
        QFETCH(int, width);
        QWidget window;
        window.setGeometry(5, 5, width, 300);
        m_button->setParent(&window);
        const auto out = qScopeGuard([this] { m_button->setParent(nullptr); });
        m_button->move(width - m_button->width(), 10); // at the edge
        window.show();
        m_button->show();
        const SensorPinsPopup& popup = opened();
        constexpr int frame = 2; // around every window of this platform
        const int edge = window.geometry().left();
        QVERIFY(popup.x() >= edge);
        QVERIFY2(popup.x() + popup.width() <= edge + width + frame, qPrintable(QString::number(popup.width())));
    }

    void enterTakesAndEscapeLeaves()
    {
        choose("sepal length", "A1");
        QPointer<SensorPinsPopup> popup = &opened();
        QTest::keyClick(popup, Qt::Key_Escape);
        QTRY_VERIFY(!popup);
        QVERIFY(m_document->project().sensorPins.empty());
        choose("sepal length", "A1");
        popup = &opened();
        QTest::keyClick(popup, Qt::Key_Return);
        QTRY_VERIFY(!popup);
        QCOMPARE(m_document->project().sensorPins.at("uno").front().pin, std::string("A1"));
    }

private:
    /// Opens it if it is not yet.
    SensorPinsPopup& opened()
    {
        if (!visible())
            m_button->click();
        return *visible();
    }
    /// Null: none. One that is closed goes a little later.
    SensorPinsPopup* visible() const
    {
        for (auto* popup : m_button->findChildren<SensorPinsPopup*>())
            if (popup->isVisible())
                return popup;
        return nullptr;
    }
    QComboBox* pin(const char* quantity)
    {
        return opened().findChild<QComboBox*>(QStringLiteral("pinOf ") + QLatin1String(quantity));
    }
    void choose(const char* quantity, const char* name)
    {
        QComboBox* box = pin(quantity);
        const int index = box->findText(QLatin1String(name));
        QVERIFY(index >= 0);
        box->setCurrentIndex(index);
        emit box->activated(index); // as a person's choice does
    }
    /// 0: the factor, 1: the offset.
    NumberSpin* number(const char* quantity, int which)
    {
        const QString name = which == 0 ? QStringLiteral("Factor") : QStringLiteral("Offset");
        for (auto* each : opened().findChildren<NumberSpin*>())
            if (each->accessibleName().startsWith(QLatin1String(quantity)) && each->accessibleName().endsWith(name))
                return each;
        qFatal("no such field");
    }
    QPushButton* button(const char* name) { return opened().findChild<QPushButton*>(QLatin1String(name)); }

    Project m_project;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<PinsButton> m_button;
};

QTEST_MAIN(SensorPinsTest)
#include "tst_sensor_pins.moc"
