#include "export/identifier.h"

#include "export/exported_files.h"

#include <QtTest>

using namespace broto;

class TestIdentifier : public QObject {
    Q_OBJECT

private slots:
    void namesFoldToReadableLetters_data();
    void namesFoldToReadableLetters();
    void identifierIsLegalWhateverTheProjectIsCalled_data();
    void identifierIsLegalWhateverTheProjectIsCalled();
    void everyNameGetsAnIdentifierOfItsOwn();
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

QTEST_APPLESS_MAIN(TestIdentifier)
#include "tst_identifier.moc"
