#include "export/identifier.h"

#include "common/random.h"
#include "export/exported_files.h"
#include "export/utf8.h"

#include <QRegularExpression>
#include <QtTest>
#include <set>

using namespace broto;

class TestIdentifier : public QObject {
    Q_OBJECT

private slots:
    void namesFoldToReadableLetters_data();
    void namesFoldToReadableLetters();
    void identifierIsLegalWhateverTheProjectIsCalled_data();
    void identifierIsLegalWhateverTheProjectIsCalled();
    void everyNameGetsAnIdentifierOfItsOwn();
    void differentClassesKeepTellingNames();
    void anyBytesBecomeLegalIdentifiers();
};

void TestIdentifier::namesFoldToReadableLetters_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("folded");
    QTest::newRow("Portuguese") << QByteArray("Ação") << QByteArray("acao");
    QTest::newRow("decomposed accents") << QByteArray("Ac\u0327a\u0303o") << QByteArray("acao");
    QTest::newRow("unit") << QByteArray("CO2 (g/s) [maf]") << QByteArray("co2_g_s_maf");
    QTest::newRow("superscript") << QByteArray("m/s²") << QByteArray("m_s2");
    QTest::newRow("ligature and sharp s") << QByteArray("Æsir Straße œuvre") << QByteArray("aesir_strasse_oeuvre");
    QTest::newRow("last of the table") << QByteArray("\u017f") << QByteArray("s");
    QTest::newRow("Polish and Turkish") << QByteArray("Łódź ısı") << QByteArray("lodz_isi");
    QTest::newRow("underscores") << QByteArray("__a___b__") << QByteArray("a_b");
    QTest::newRow("nothing to fold") << QByteArray("温度") << QByteArray();
    QTest::newRow("not UTF-8") << QByteArray("a\xff"
                                             "b")
                               << QByteArray("a_b");
    QTest::newRow("long") << QByteArray(80, 'x') << QByteArray(60, 'x');
    QTest::newRow("ten thousand characters") << QByteArray("ã").repeated(10000) << QByteArray(60, 'a');
    QTest::newRow("emoji") << QByteArray("🌡 temp 👍🏽") << QByteArray("temp");
    QTest::newRow("right to left") << QByteArray("\u202egnp.\u202c exe") << QByteArray("gnp_exe");
    QTest::newRow("end of a comment") << QByteArray("*/ x /*") << QByteArray("x");
    QTest::newRow("trigraph and backslash") << QByteArray("a?\?/b\\") << QByteArray("a_b");
    QTest::newRow("line break") << QByteArray("a\nb\0c", 5) << QByteArray("a_b_c");
    QTest::newRow("joiner within a word") << QByteArray("a\u200db") << QByteArray("ab");
    QTest::newRow("unit with an accent") << QByteArray("Tensão (V)") << QByteArray("tensao_v");
    QTest::newRow("Vietnamese") << QByteArray("Nhiệt độ") << QByteArray("nhiet_do");
    QTest::newRow("Romanian and Croatian") << QByteArray("Presiunea ș Ǆ ǎ") << QByteArray("presiunea_s_a");
    QTest::newRow("Greek word") << QByteArray("Θερμοκρασία") << QByteArray("thermokrasia");
    QTest::newRow("Greek symbols") << QByteArray("ΔT α ω1") << QByteArray("delta_t_alpha_omega_1");
    QTest::newRow("micro in both spellings") << QByteArray("µm \u03bcm") << QByteArray("um_um");
    QTest::newRow("Russian") << QByteArray("Скорость объекта Ёж") << QByteArray("skorost_obekta_yozh");
    QTest::newRow("Ukrainian") << QByteArray("Київ") << QByteArray("kiyiv");
    QTest::newRow("wide letters") << QByteArray("ＡＢｃ１") << QByteArray("abc1");
    QTest::newRow("subscript") << QByteArray("CO₂") << QByteArray("co2");
    QTest::newRow("percent") << QByteArray("umidade %") << QByteArray("umidade_percent");
    QTest::newRow("negative number") << QByteArray("-1") << QByteArray("minus_1");
    QTest::newRow("typographic minus") << QByteArray("−1.5") << QByteArray("minus_1_5");
    QTest::newRow("range") << QByteArray("20-30") << QByteArray("20_30");
    QTest::newRow("range of names") << QByteArray("low-2") << QByteArray("low_2");
    QTest::newRow("below") << QByteArray("<20") << QByteArray("below_20");
    QTest::newRow("above and equal") << QByteArray(">=30") << QByteArray("above_equal_30");
    QTest::newRow("sign alone") << QByteArray("+") << QByteArray("plus");
    QTest::newRow("two signs behind") << QByteArray("C++") << QByteArray("c_plus_plus");
    QTest::newRow("blood group") << QByteArray("AB-") << QByteArray("ab_minus");
}

void TestIdentifier::namesFoldToReadableLetters()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, folded);
    QCOMPARE(QByteArray::fromStdString(foldedName(name.toStdString())), folded);
}

void TestIdentifier::identifierIsLegalWhateverTheProjectIsCalled_data()
{
    QTest::addColumn<QByteArray>("project");
    QTest::addColumn<QByteArray>("variant");
    QTest::addColumn<QByteArray>("identifier");
    QTest::newRow("usual") << QByteArray("iris") << QByteArray("ptq-int8") << QByteArray("iris_ptq_int8");
    QTest::newRow("spaces and accents") << QByteArray("Emissões do carro") << QByteArray("float")
                                        << QByteArray("emissoes_do_carro_float");
    QTest::newRow("digit first") << QByteArray("3 fruits") << QByteArray("float") << QByteArray("model_3_fruits_float");
    QTest::newRow("other script") << QByteArray("温度") << QByteArray("float") << QByteArray("model_float");
    QTest::newRow("empty") << QByteArray() << QByteArray() << QByteArray("model");
    QTest::newRow("reserved word") << QByteArray("class") << QByteArray() << QByteArray("class_model");
    QTest::newRow("reserved of two parts")
        << QByteArray("static") << QByteArray("cast") << QByteArray("static_cast_model");
    QTest::newRow("type of the C library") << QByteArray("int8") << QByteArray("t") << QByteArray("int8_t_model");
    QTest::newRow("Arduino macro") << QByteArray("interrupts") << QByteArray() << QByteArray("interrupts_model");
    QTest::newRow("our own namespace") << QByteArray("Runtime") << QByteArray() << QByteArray("runtime_model");
    QTest::newRow("device of Windows") << QByteArray("CON") << QByteArray() << QByteArray("con_model");
    QTest::newRow("port of Windows") << QByteArray("Com1") << QByteArray() << QByteArray("com1_model");
    QTest::newRow("header of the C library") << QByteArray("math") << QByteArray() << QByteArray("math_model");
    QTest::newRow("header of the Arduino core") << QByteArray("Wire") << QByteArray("-") << QByteArray("wire_minus");
    QTest::newRow("library of the Arduino core") << QByteArray("SPI") << QByteArray() << QByteArray("spi_model");
    QTest::newRow("words of newer C++") << QByteArray("co") << QByteArray("await") << QByteArray("co_await_model");
    QTest::newRow("long ones share the room")
        << QByteArray(10000, 'p') << QByteArray(10000, 'v') << QByteArray(27, 'p') + '_' + QByteArray(24, 'v');
    QTest::newRow("a long one ends with a word")
        << QByteArray("vibration of the second bearing behind the gearbox") << QByteArray("ptq-int8")
        << QByteArray("vibration_of_the_second_bearing_behind_the_ptq_int8");
    QTest::newRow("a long one ends with a whole word")
        << QByteArray("vibration of the second bearing behind a gearbox") << QByteArray("ptq-int8")
        << QByteArray("vibration_of_the_second_bearing_behind_a_ptq_int8");
    QTest::newRow("a long word ends with a letter")
        << QByteArray("щ").repeated(20) << QByteArray("float") << QByteArray("shch").repeated(11) + "_float";
    QTest::newRow("a long one of digits")
        << QByteArray(100, '7') << QByteArray("float") << "model_" + QByteArray(40, '7') + "_float";
    QTest::newRow("Arduino macros in capitals") << QByteArray("PI") << QByteArray("B1") << QByteArray("pi_b1");
}

void TestIdentifier::identifierIsLegalWhateverTheProjectIsCalled()
{
    QFETCH(QByteArray, project);
    QFETCH(QByteArray, variant);
    QFETCH(QByteArray, identifier);
    QCOMPARE(QByteArray::fromStdString(identifierFor(project.toStdString(), variant.toStdString())), identifier);
}

void TestIdentifier::everyNameGetsAnIdentifierOfItsOwn()
{
    const std::vector<std::string> names = {"Rpm", "rpm", "温度", "速度", "rpm 2", "", "rpm"};
    const std::vector<std::string> expected = {"feature_rpm",     "feature_rpm_2", "feature_3",    "feature_4",
                                               "feature_rpm_2_2", "feature_6",     "feature_rpm_3"};
    QCOMPARE(uniqueIdentifiers("feature", names), expected);
}

void TestIdentifier::differentClassesKeepTellingNames()
{
    const std::vector<std::string> names = {"-1", "1", "+1", "<5", ">5", "5", "5 %"};
    const std::vector<std::string> expected = {"class_minus_1", "class_1", "class_plus_1",   "class_below_5",
                                               "class_above_5", "class_5", "class_5_percent"};
    QCOMPARE(uniqueIdentifiers("class", names), expected);
}

/// Letters, digits and single underscores between them, whatever comes in; quickly, even where all are the same.
void TestIdentifier::anyBytesBecomeLegalIdentifiers()
{
    Random random(1);
    std::vector<std::string> names(20000, "the same name every time");
    for (int i = 0; i < 20000; ++i) {
        std::string& name = names.emplace_back();
        for (std::uint32_t length = random.below(30); length > 0; --length)
            appendUtf8(name, static_cast<char32_t>(random.below(i % 2 ? 0x500 : 0x110000)));
        if (i % 3 == 0 && !name.empty())
            name.pop_back(); // not UTF-8
    }
    const std::vector<std::string> identifiers = uniqueIdentifiers("feature", names);
    QCOMPARE(std::set<std::string>(identifiers.begin(), identifiers.end()).size(), names.size());
    const QRegularExpression legal(QStringLiteral("^[a-z][a-z0-9]*(_[a-z0-9]+)*$"));
    for (const std::string& identifier : identifiers)
        QVERIFY2(legal.match(QString::fromStdString(identifier)).hasMatch() && identifier.size() <= 80,
                 identifier.c_str());
    for (std::size_t i = 0; i + 1 < names.size(); i += 7) {
        const std::string identifier = identifierFor(names[i], names[i + 1]);
        QVERIFY2(legal.match(QString::fromStdString(identifier)).hasMatch() && identifier.size() <= 52,
                 identifier.c_str());
    }
}

QTEST_APPLESS_MAIN(TestIdentifier)
#include "tst_identifier.moc"
