#include "project/npy.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <limits>

using namespace broto;

class TestNpy : public QObject {
    Q_OBJECT

private slots:
    void headerIsNumpysOwn();
    void numbersComeBack();
    void anythingElseIsRefused_data();
    void anythingElseIsRefused();
    void numpyReadsTheArrays();
};

namespace {

const std::vector<std::int16_t> six = {1, -2, 3, -32768, 32767, 0};

std::string sixBytes()
{
    return npyBytes(six.data(), {2, 3});
}

}

void TestNpy::headerIsNumpysOwn()
{
    const std::string bytes = sixBytes();
    QVERIFY(bytes.starts_with(std::string("\x93NUMPY\x01\x00\x76\x00", 10)));
    QVERIFY(bytes.find("{'descr': '<i2', 'fortran_order': False, 'shape': (2, 3), }") == 10);
    QCOMPARE(bytes.size(), std::size_t(128 + 6 * 2));
    QCOMPARE(bytes[127], '\n');
}

void TestNpy::numbersComeBack()
{
    QCOMPARE(parseNpy<std::int16_t>(sixBytes(), {2, 3}).value(), six);
    const std::vector<float> floats = {0.1f, -0.0f, std::numeric_limits<float>::denorm_min()};
    QCOMPARE(parseNpy<float>(npyBytes(floats.data(), {3}), {3}).value(), floats);
    const std::vector<std::int8_t> bytes = {-128, 127};
    QCOMPARE(parseNpy<std::int8_t>(npyBytes(bytes.data(), {2}), {2}).value(), bytes);
    const std::vector<std::int32_t> integers = {std::numeric_limits<std::int32_t>::min()};
    QCOMPARE(parseNpy<std::int32_t>(npyBytes(integers.data(), {1}), {1}).value(), integers);
    QVERIFY(parseNpy<float>(npyBytes<float>(nullptr, {0}), {0}).value().empty());
}

void TestNpy::anythingElseIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = QByteArray::fromStdString(sixBytes());
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("only the magic") << whole.left(8);
    QTest::newRow("half a header") << whole.left(60);
    QTest::newRow("one byte too few") << whole.left(whole.size() - 1);
    QTest::newRow("one byte too many") << whole + 'x';
    QTest::newRow("another shape") << QByteArray(whole).replace("(2, 3)", "(3, 2)");
    QTest::newRow("another type") << QByteArray(whole).replace("<i2", "<u2");
    QTest::newRow("column by column") << QByteArray(whole).replace("False", "True ");
    QTest::newRow("another version") << QByteArray(whole).replace(6, 1, "\x02");
    QTest::newRow("a header that claims 65535 bytes") << QByteArray(whole).replace(8, 2, "\xff\xff");
}

void TestNpy::anythingElseIsRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(parseNpy<std::int16_t>(sixBytes(), {2, 3}).has_value());
    QVERIFY(!parseNpy<std::int16_t>(bytes.toStdString(), {2, 3}).has_value());
    const std::vector<float> hostile = {1, std::numeric_limits<float>::quiet_NaN()};
    QVERIFY(!parseNpy<float>(npyBytes(hostile.data(), {2}), {2}).has_value());
    const std::vector<float> infinite = {std::numeric_limits<float>::infinity()};
    QVERIFY(!parseNpy<float>(npyBytes(infinite.data(), {1}), {1}).has_value());
}

void TestNpy::numpyReadsTheArrays()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("six.npy")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(sixBytes()));
    file.close();
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"),
                 {QStringLiteral("-c"),
                  QStringLiteral("import sys\ntry:\n import numpy\nexcept ImportError:\n sys.exit(77)\n"
                                 "a = numpy.load(sys.argv[1])\nprint(a.dtype, a.tolist())"),
                  file.fileName()});
    if (!python.waitForFinished(30000) || python.exitCode() == 77)
        QSKIP("numpy (python3-numpy) is not installed");
    QCOMPARE(python.readAllStandardOutput().trimmed(), QByteArray("int16 [[1, -2, 3], [-32768, 32767, 0]]"));
}

QTEST_APPLESS_MAIN(TestNpy)
#include "tst_npy.moc"
