#include "core/device/firmware_fixture.h"
#include "platform/file.h"
#include "support/window_fixtures.h"

#include <QtTest>

#include <set>

using namespace broto;
namespace fs = std::filesystem;

class TestFirmware : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        useTestCache();
        m_path = qgetenv("PATH");
        m_folder.emplace(std::move(TemporaryFolder::make("firmware").value()));
    }
    void cleanup()
    {
        qputenv("PATH", m_path);
        qunsetenv("BROTO_ARDUINO_AVR");
        m_folder.reset();
    }

    void sourcesAreACompleteSketchFolder()
    {
        const auto files = firmwareSources(trainedFixture(Task::Classification), "My tea", board("uno"));
        QVERIFY2(files, reason(files).c_str());
        std::set<std::string> names;
        for (const ExportedFile& file : *files) {
            QVERIFY(names.insert(file.path).second);
            QVERIFY(file.path.starts_with("my_tea_ptq_int8/"));
            QVERIFY2(file.bytes.find('@') == std::string::npos, file.path.c_str());
        }
        QVERIFY(names.contains("my_tea_ptq_int8/my_tea_ptq_int8.ino"));
        QVERIFY(names.contains("my_tea_ptq_int8/my_tea_ptq_int8.h"));
        for (const ExportedFile& file : *files) // whatever one of them includes is among them
            for (std::size_t at = file.bytes.find("#include \""); at != std::string::npos;
                 at = file.bytes.find("#include \"", at + 1)) {
                const std::string included = file.bytes.substr(at + 10, file.bytes.find('"', at + 10) - at - 10);
                QVERIFY2(names.contains("my_tea_ptq_int8/" + included), included.c_str());
            }
    }

    void sketchWithPinsReadsThem()
    {
        const DeployableModel model = trainedFixture(Task::Classification);
        const std::vector<SensorPin> pins = twoPins(model);
        const auto files = firmwareSources(model, "tea", board("uno"), pins);
        QVERIFY2(files, reason(files).c_str());
        const std::string header = textOf(*files, "sensors.h"), sketch = textOf(*files, ".ino");
        QVERIFY(sketch.find("#include \"sensors.h\"\n") != std::string::npos);
        QVERIFY(sketch.find("broto::ArduinoIo, broto::Sensors> server(io);") != std::string::npos);
        QVERIFY2(header.find("values[0] = runtime::sensorValue(analogRead(A0), 0.48828f, -50.0f);") !=
                     std::string::npos,
                 header.c_str());
        QVERIFY(header.find("0 to 1023") != std::string::npos);
        QVERIFY(header.find('@') == std::string::npos && sketch.find('@') == std::string::npos);
        // Without pins nothing of them is there.
        const auto without = firmwareSources(model, "tea", board("uno"));
        QVERIFY(textOf(*without, "sensors.h").empty() && textOf(*without, "sensor_pins.h").empty());
        QVERIFY(textOf(*without, ".ino").find("broto::ArduinoIo> server(io);") != std::string::npos);
        QVERIFY(textOf(*without, ".ino").find("ensors") == std::string::npos);
    }

    void namesOfFeaturesDoNoHarmInASketch()
    {
        skipWithoutCompiler();
        DeployableModel model = trainedFixture(Task::Classification);
        model.preprocessing.features[0].name = "@CASES@ \\";
        model.preprocessing.features[1].name = "*/ #error \n#error";
        std::vector<SensorPin> pins = twoPins(model);
        const auto firmware = buildFirmware(model, "tea", board("uno"), m_folder->path(), {}, pins);
        QVERIFY2(firmware, reason(firmware).c_str());
    }

    void pinsOfAStreamAreThoseOfItsChannels()
    {
        skipWithoutCompiler();
        const DeployableModel model = windowModel();
        const std::vector<std::string> names = sensedNames(model);
        QCOMPARE(names.size(), model.preprocessing.stream->channels.size());
        const auto firmware =
            buildFirmware(model, "tea", board("uno"), m_folder->path(), {}, {{names.front(), "A2", 0.01f, 0}});
        QVERIFY2(firmware, reason(firmware).c_str());
        const auto header = readFile(m_folder->path() / firmware->name / "sensors.h");
        QVERIFY(header && header->find("analogRead(A2), 0.01f, 0.0f)") != std::string::npos);
    }

    void pinsThatAreNoneAreNamed_data()
    {
        QTest::addColumn<QByteArray>("boardId");
        QTest::addColumn<QByteArray>("feature");
        QTest::addColumn<QByteArray>("pin");
        QTest::addColumn<float>("factor");
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("said");
        const QByteArray first =
            QByteArray::fromStdString(trainedFixture(Task::Classification).preprocessing.features[0].name);
        QTest::newRow("no such pin") << QByteArray("uno") << first << QByteArray("A6") << 1.0f
                                     << QByteArray("device.no-such-pin") << QByteArray("A0, A1, A2, A3, A4, A5");
        QTest::newRow("no such feature") << QByteArray("uno") << QByteArray("humidity") << QByteArray("A0") << 1.0f
                                         << QByteArray("device.no-such-feature") << first;
        QTest::newRow("a board without pins") << QByteArray("microbit") << first << QByteArray("A0") << 1.0f
                                              << QByteArray("device.no-pins") << QByteArray("micro:bit");
        QTest::newRow("an endless factor")
            << QByteArray("uno") << first << QByteArray("A0") << std::numeric_limits<float>::infinity()
            << QByteArray("device.pin-conversion") << QByteArray("A0");
    }

    void pinsThatAreNoneAreNamed()
    {
        QFETCH(QByteArray, boardId);
        QFETCH(QByteArray, feature);
        QFETCH(QByteArray, pin);
        QFETCH(float, factor);
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, said);
        const auto firmware =
            buildFirmware(trainedFixture(Task::Classification), "tea", board(boardId.toStdString()), m_folder->path(),
                          {}, {{feature.toStdString(), pin.toStdString(), factor, 0}});
        QVERIFY(!firmware);
        QCOMPARE(QByteArray(firmware.error().id.data()), id);
        QVERIFY2(inEnglish(firmware.error()).find(said.toStdString()) != std::string::npos, reason(firmware).c_str());
    }

    void aFeatureHasOnePinAndACategoryNone()
    {
        DeployableModel model = trainedFixture(Task::Classification);
        std::vector<SensorPin> pins = twoPins(model);
        pins[1].feature = pins[0].feature;
        QCOMPARE(problemWith(pins, model, board("uno"))->id, std::string_view("device.pin-twice"));
        model.preprocessing.features[0].categories = {"red", "green"};
        QCOMPARE(problemWith({pins[0]}, model, board("uno"))->id, std::string_view("device.category-pin"));
        QVERIFY(usablePins({pins[0]}, model, board("uno")).empty());
    }

    /// With other pins it is another program, and the cache must not give out the old one.
    void otherPinsAreAnotherProgramOfTheSameModel()
    {
        skipWithoutCompiler();
        const DeployableModel model = trainedFixture(Task::Classification);
        std::vector<SensorPin> pins = twoPins(model);
        const auto none = buildFirmware(model, "tea", board("uno"), m_folder->path() / "a");
        const auto two = buildFirmware(model, "tea", board("uno"), m_folder->path() / "b", {}, pins);
        pins[0].factor = 2;
        const auto other = buildFirmware(model, "tea", board("uno"), m_folder->path() / "c", {}, pins);
        QVERIFY(none && two && other);
        QVERIFY(none->flashBytes < two->flashBytes);
        QVERIFY(*readFile(two->files.at(FirmwareForm::Hex)) != *readFile(other->files.at(FirmwareForm::Hex)));
    }

    void pinsNeedACompiler()
    {
        qputenv("PATH", m_folder->path().string().c_str());
        const DeployableModel model = trainedFixture(Task::Classification);
        const auto firmware = buildFirmware(model, "tea", board("uno"), m_folder->path(), {}, twoPins(model));
        QVERIFY(!firmware && firmware.error().id == "device.compiler-missing");
    }

    void sameModelGivesTheSameSources()
    {
        const DeployableModel model = trainedFixture(Task::Regression);
        QVERIFY(*firmwareSources(model, "a", board("uno")) == *firmwareSources(model, "a", board("uno")));
    }

    void itBuildsForEveryAvrBoard_data()
    {
        QTest::addColumn<QString>("boardId");
        QTest::addColumn<int>("kind");
        for (const char* id : {"uno", "nano", "mega"}) {
            QTest::addRow("%s, int8 classification", id) << id << 0;
            QTest::addRow("%s, int8 regression", id) << id << 1;
            QTest::addRow("%s, float32 classification", id) << id << 2;
        }
    }

    void itBuildsForEveryAvrBoard()
    {
        QFETCH(QString, boardId);
        QFETCH(int, kind);
        skipWithoutCompiler();
        const Board target = board(boardId.toStdString());
        const DeployableModel model =
            kind == 2 ? floatFixture() : trainedFixture(kind ? Task::Regression : Task::Classification);
        const auto firmware = buildFirmware(model, "tea", target, m_folder->path());
        QVERIFY2(firmware, reason(firmware).c_str());
        QVERIFY(fs::is_regular_file(firmware->files.at(FirmwareForm::Hex)));
        QVERIFY(fs::is_regular_file(firmware->files.at(FirmwareForm::Elf)));
        QVERIFY(fs::is_regular_file(m_folder->path() / "build.log"));
        QVERIFY(firmware->flashBytes > 4000 && firmware->flashBytes < target.flashBytes);
        QVERIFY2(firmware->ramBytes < 900, qPrintable(QString::number(firmware->ramBytes)));
    }

    void sameModelGivesTheSameProgram()
    {
        skipWithoutCompiler();
        const DeployableModel model = trainedFixture(Task::Classification);
        const auto first = buildFirmware(model, "tea", board("uno"), m_folder->path() / "a");
        const auto second = buildFirmware(model, "tea", board("uno"), m_folder->path() / "a b");
        QVERIFY(first && second);
        QVERIFY(*readFile(first->files.at(FirmwareForm::Hex)) == *readFile(second->files.at(FirmwareForm::Hex)));
    }

    void missingCompilerNamesItsPackage()
    {
        qputenv("PATH", m_folder->path().string().c_str());
        const auto firmware = buildFirmware(floatFixture(), "tea", board("uno"), m_folder->path());
        QVERIFY(!firmware && firmware.error().id == "device.compiler-missing");
        QVERIFY(inEnglish(firmware.error()).find("gcc-avr") != std::string::npos);
    }

    void missingArduinoCoreNamesItsPackage()
    {
        skipWithoutCompiler();
        qputenv("BROTO_ARDUINO_AVR", m_folder->path().string().c_str());
        const auto firmware = buildFirmware(floatFixture(), "tea", board("uno"), m_folder->path());
        QVERIFY(!firmware && firmware.error().id == "device.arduino-core-missing");
        QVERIFY(inEnglish(firmware.error()).find("arduino-core-avr") != std::string::npos);
        QVERIFY(inEnglish(firmware.error()).find(m_folder->path().string()) != std::string::npos);
    }

    void boardWithoutACompilerIsNamed()
    {
        const auto firmware = build("generic");
        QVERIFY(firmware.error().id == "device.cannot-build");
        QVERIFY(inEnglish(firmware.error()).find("Any other processor") != std::string::npos);
    }

    void programTooLargeForTheFlashIsRefusedWithNumbers()
    {
        skipWithoutCompiler();
        Board small = board("uno");
        small.flashBytes = 4000;
        const auto firmware = buildFirmware(trainedFixture(Task::Classification), "tea", small, m_folder->path());
        QVERIFY(firmware.error().id == "device.flash-full");
        QVERIFY(inEnglish(firmware.error()).find("4000") != std::string::npos);
    }

    void programTooLargeForTheRamIsRefusedWithNumbers()
    {
        skipWithoutCompiler();
        const auto firmware = buildFirmware(floatFixture(400), "tea", board("uno"), m_folder->path());
        QVERIFY2(firmware.error().id == "device.ram-full", reason(firmware).c_str());
        QVERIFY(inEnglish(firmware.error()).find("2048") != std::string::npos);
    }

    void compilerErrorIsShownAndItsLogKept()
    {
        skipWithoutCompiler();
        Board unknown = board("uno");
        unknown.builds = {AvrGccBuild{"atmega328p", "no_such_variant", "AVR_UNO", {}}};
        const auto firmware = buildFirmware(trainedFixture(Task::Classification), "tea", unknown, m_folder->path());
        QVERIFY(firmware.error().id == "device.compiler-error");
        QVERIFY2(inEnglish(firmware.error()).find("pins_arduino.h") != std::string::npos, reason(firmware).c_str());
        QVERIFY(readFile(m_folder->path() / "build.log")->find("pins_arduino.h") != std::string::npos);
    }

    void cancelIsObeyed()
    {
        skipWithoutCompiler();
        RunControl control;
        control.cancel();
        const auto firmware =
            buildFirmware(trainedFixture(Task::Classification), "tea", board("uno"), m_folder->path(), control);
        QVERIFY(firmware.error().id == "common.cancelled");
    }

    void folderThatCannotBeMadeIsNamed()
    {
        skipWithoutCompiler();
        const fs::path file = m_folder->path() / "file";
        QVERIFY(writeFileAtomically(file, "x"));
        const auto firmware = buildFirmware(trainedFixture(Task::Classification), "tea", board("uno"), file / "below");
        QVERIFY(firmware.error().id == "device.folder-not-made");
        QVERIFY(inEnglish(firmware.error()).find("below") != std::string::npos);
    }

private:
    static Board board(std::string_view id) { return findBoard(id).value(); }

    static DeployableModel floatFixture(int width = 6)
    {
        NetworkDesign design;
        design.hidden = {{width, Activation::Tanh}};
        const Dataset data = fixtureDataset(Task::Classification, 3);
        return floatModel(fixtureTraining(data, design, 3), data, "test");
    }

    static DeployableModel windowModel()
    {
        NetworkDesign design;
        design.hidden = {{4, Activation::Relu}};
        const Dataset data = windowDataset();
        return quantize(fixtureTraining(data, design, 3), data, {}, "test").value();
    }

    static std::vector<SensorPin> twoPins(const DeployableModel& model)
    {
        return {{model.preprocessing.features[0].name, "A0", 0.48828f, -50},
                {model.preprocessing.features[1].name, "A3", 100, 0.5f}};
    }

    /// Of the file whose path ends so; empty: there is none.
    static std::string textOf(const ExportedFiles& files, std::string_view ending)
    {
        for (const ExportedFile& file : files)
            if (file.path.ends_with(ending))
                return file.bytes;
        return {};
    }

    Result<Firmware> build(std::string_view id)
    {
        return buildFirmware(trainedFixture(Task::Classification), "tea", board(id), m_folder->path());
    }

    static void skipWithoutCompiler()
    {
        if (!findProgram("avr-gcc"))
            QSKIP("SKIPPED: avr-gcc is not installed (gcc-avr, avr-libc)");
    }

    QByteArray m_path;
    std::optional<TemporaryFolder> m_folder;
};

QTEST_APPLESS_MAIN(TestFirmware)
#include "tst_firmware.moc"
