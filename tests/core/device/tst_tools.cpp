#include "device/arduino_cli.h"
#include "device/tools.h"
#include "platform/file.h"
#include "platform/paths.h"

#include <QtTest>

#include <algorithm>
#include <filesystem>
#include <set>

using namespace broto;
namespace fs = std::filesystem;

/// Which programs are called, and where they are.
class TestTools : public QObject {
    Q_OBJECT

private slots:
    void everyBoardsProgramsAreListedOnce()
    {
        std::set<std::pair<ToolUse, std::string>> seen;
        for (const Tool& tool : toolsOfThisComputer()) {
            QVERIFY2(seen.insert({tool.use, tool.name}).second, tool.name.c_str());
            QVERIFY2(!tool.boards.empty(), tool.name.c_str());
        }
        for (const char* builder : {"avr-g++", "arduino-cli", "arm-none-eabi-g++", "riscv64-unknown-elf-g++"})
            QVERIFY2(seen.contains({ToolUse::Build, builder}), builder);
        for (const char* uploader : {"avrdude", "bossac", "dfu-util"})
            QVERIFY2(seen.contains({ToolUse::Upload, uploader}), uploader);
        QVERIFY(seen.contains({ToolUse::Emulate, "qemu-system-arm"}));
    }

    void aBoardsCompilerHasAName()
    {
        const auto named = [](const char* id) { return compilerOf(findBoard(id).value()); };
        QCOMPARE(named("uno"), std::string("avr-gcc"));
        QCOMPARE(named("cortex-m4"), std::string("arm-none-eabi-gcc"));
        QCOMPARE(named("generic"), std::string());
    }

    void thoseInANamedFolderAreFoundFirst()
    {
        const TemporaryFolder folder = std::move(TemporaryFolder::make("test").value());
        for (const char* name : {"avrdude", "avr-g++", "arduino-cli", "qemu-system-arm"})
            fs::create_symlink("/bin/true", folder.path() / name);
        setToolFolders({folder.path()});
        const auto tools = toolsOfThisComputer();
        const Result<ArduinoCli> cli = ArduinoCli::find();
        setToolFolders({});
        for (const Tool& tool : tools)
            if (fs::is_symlink(folder.path() / tool.name) && tool.name != arduinoCliName)
                QVERIFY2(tool.place == folder.path() / tool.name, tool.name.c_str());
        if (!qEnvironmentVariableIsSet("BROTO_ARDUINO_CLI"))
            QVERIFY(cli && cli->program() == folder.path() / "arduino-cli");
    }
};

QTEST_APPLESS_MAIN(TestTools)
#include "tst_tools.moc"
