#include "common/fingerprint.h"

#include <QTest>

using namespace broto;

class TestFingerprint : public QObject {
    Q_OBJECT

private slots:
    void knownValuesStay();
    void smallFilesKeepTheFingerprintTheyAlwaysHad();
    void everyByteOfALargeFileMatters();
    void piecesMakeNoDifference();
};

void TestFingerprint::knownValuesStay()
{
    QCOMPARE(hexadecimal(Fingerprint().add("").value()), std::string("cbf29ce484222325"));
    QCOMPARE(hexadecimal(Fingerprint().add("a").value()), std::string("af63dc4c8601ec8c"));
    QCOMPARE(hexadecimal(Fingerprint().add("foobar").value()), std::string("85944171f73967e8"));
}

void TestFingerprint::smallFilesKeepTheFingerprintTheyAlwaysHad()
{
    const std::string bytes(100'000, 'x');
    FileFingerprint file(bytes.size());
    file.add(bytes);
    QCOMPARE(file.value(), Fingerprint().add(bytes).value());
}

void TestFingerprint::everyByteOfALargeFileMatters()
{
    const std::size_t size = FileFingerprint::largestByBytes + 1;
    std::string bytes(200, 'x');
    const auto valueOf = [size](const std::string& some) {
        FileFingerprint file(size);
        file.add(some);
        return file.value();
    };
    const std::uint64_t before = valueOf(bytes);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        for (const int bit : {1, 0x80}) {
            std::string changed = bytes;
            changed[i] = static_cast<char>(changed[i] ^ bit);
            QVERIFY(valueOf(changed) != before);
        }
    }
    QVERIFY(valueOf(bytes + '\0') != before);
    std::string swapped = bytes;
    swapped[0] = 'y';
    std::string later = bytes;
    later[8] = 'y';
    QVERIFY(valueOf(swapped) != valueOf(later));
}

void TestFingerprint::piecesMakeNoDifference()
{
    std::string bytes;
    for (int i = 0; i < 1000; ++i)
        bytes += static_cast<char>(i * 7);
    FileFingerprint whole(FileFingerprint::largestByBytes + 1);
    whole.add(bytes);
    FileFingerprint pieces(FileFingerprint::largestByBytes + 1);
    pieces.add(std::string_view(bytes).substr(0, 64));
    pieces.add(std::string_view(bytes).substr(64, 320));
    pieces.add(std::string_view(bytes).substr(384));
    QCOMPARE(pieces.value(), whole.value());
    QCOMPARE(hexadecimal(whole.value()), std::string("8afe6549da63974b"));
}

QTEST_APPLESS_MAIN(TestFingerprint)
#include "tst_fingerprint.moc"
