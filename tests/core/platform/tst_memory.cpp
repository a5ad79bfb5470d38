#include "platform/memory.h"

#include "platform/large_pages.h"

#include <QTest>

#include <cstring>
#include <vector>

#include <sys/resource.h>

using namespace broto;

class TestMemory : public QObject {
    Q_OBJECT

private slots:
    void someMemoryIsAvailable();
    void limitOfTheProcessIsMinded();
    void memoryWithLargePagesCanBeUsed();
};

void TestMemory::someMemoryIsAvailable()
{
    QVERIFY(availableMemory() > (std::uint64_t(1) << 20));
    QVERIFY(availableMemory() < (std::uint64_t(1) << 50));
}

void TestMemory::limitOfTheProcessIsMinded()
{
    struct rlimit before = {};
    QCOMPARE(getrlimit(RLIMIT_AS, &before), 0);
    struct rlimit tight = before;
    tight.rlim_cur = std::uint64_t(1) << 32;
    QCOMPARE(setrlimit(RLIMIT_AS, &tight), 0);
    const std::uint64_t available = availableMemory();
    QCOMPARE(setrlimit(RLIMIT_AS, &before), 0);
    QVERIFY(available < (std::uint64_t(1) << 32));
}

void TestMemory::memoryWithLargePagesCanBeUsed()
{
    std::vector<char> memory(std::size_t(9) << 20);
    preferLargePages(memory.data(), memory.size());
    preferLargePages(memory.data() + 100, 10);
    std::memset(memory.data(), 7, memory.size());
    QCOMPARE(memory.front(), char(7));
    QCOMPARE(memory.back(), char(7));
}

QTEST_APPLESS_MAIN(TestMemory)
#include "tst_memory.moc"
