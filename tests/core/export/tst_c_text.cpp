#include "export/c_text.h"

#include <QRegularExpression>
#include <QtTest>

using namespace broto;

class TestCText : public QObject {
    Q_OBJECT

private slots:
    void formsOfCppBecomeThoseOfC_data();
    void formsOfCppBecomeThoseOfC();
    void nothingOfCppIsLeftInTheRuntime();
    void arithmeticStaysAsItIs();
};

void TestCText::formsOfCppBecomeThoseOfC_data()
{
    QTest::addColumn<QByteArray>("cpp");
    QTest::addColumn<QByteArray>("c");
    const auto row = [](const char* name, const char* cpp, const char* c) {
        QTest::newRow(name) << QByteArray(cpp) << QByteArray(c);
    };
    row("cast", "inline int f(int x) { return static_cast<int16_t>(x + 1) * 2; }",
        "static inline int broto_f(int x) { return (int16_t)(x + 1) * 2; }");
    row("cast in a cast", "inline int f(int x) { return static_cast<int>(static_cast<const char*>(x)); }",
        "static inline int broto_f(int x) { return (int)((const char*)(x)); }");
    row("function that is not inlined", "BROTO_ONCE inline void f() {}", "BROTO_ONCE static void broto_f() {}");
    row("call of an earlier function", "inline int g() { return 1; }\ninline int f() { return g(); }",
        "static inline int broto_g() { return 1; }\nstatic inline int broto_f() { return broto_g(); }");
    row("struct and its name", "struct S {\n    int a;\n};\ninline int f(const S* s) { S t = *s; return t.a; }",
        "struct broto_S {\n    int a;\n};\nstatic inline int broto_f(const struct broto_S* s) { struct broto_S t = *s; "
        "return t.a; }");
    row("field with the name of a function",
        "inline int f() { return 1; }\ninline int g(T* t) { return t->f + t->u.f; }",
        "static inline int broto_f() { return 1; }\nstatic inline int broto_g(T* t) { return t->f + t->u.f; }");
    row("constant", "enum { none = -1 };\ninline int f() { return none; }",
        "enum { broto_none = -1 };\nstatic inline int broto_f() { return broto_none; }");
    row("namespaces", "namespace a {\nnamespace b {\ninline void f() {}\n} // namespace b\n} // namespace a\n",
        "\n\nstatic inline void broto_f() {}\n\n");
    row("template", "template<typename T>\ninline T f(T x)\n{\n    return x;\n}\ninline void g() {}",
        "\nstatic inline void broto_g() {}");
    row("overload", "struct A {};\nstruct B {};\ninline void f(A* a) {}\ninline void f(B* b) {}",
        "struct broto_A {};\nstruct broto_B {};\nstatic inline void broto_f(struct broto_A* a) {}\nstatic inline void "
        "broto_f_B(struct broto_B* b) {}");
    row("flash", "inline int f(const int* p) { return fromFlash(p); }",
        "static inline int broto_f(const int* p) { return broto_fromFlash(p); }");
    row("comment", "// f and S\ninline void f() {} // calls f\n",
        "// f and S\nstatic inline void broto_f() {} // calls f\n");
    row("line for the preprocessor", "#define F(x) \\\n    f(x)\ninline void f() {}\n",
        "#define F(x) \\\n    f(x)\nstatic inline void broto_f() {}\n");
    row("number", "inline float f() { return 1.5f; }", "static inline float broto_f() { return 1.5f; }");
}

void TestCText::formsOfCppBecomeThoseOfC()
{
    QFETCH(QByteArray, cpp);
    QFETCH(QByteArray, c);
    QCOMPARE(QByteArray::fromStdString(asC(cpp.toStdString())), c);
}

void TestCText::nothingOfCppIsLeftInTheRuntime()
{
    const std::vector<std::string_view> headers = {"input_float32.h", "dense_float32.h", "activation_float32.h",
                                                   "requantize.h",    "table_int8.h",    "answer.h"};
    const QString text = QString::fromStdString(runtimeAsC(headers));
    QString code;
    for (const QString& line : text.split(u'\n'))
        code += line.section(QStringLiteral("//"), 0, 0) + u'\n';
    static const QRegularExpression foreign(
        QStringLiteral("::|\\b(template|typename|namespace|static_cast|class|constexpr|nullptr|operator)\\b"));
    QVERIFY2(!foreign.match(code).hasMatch(), qPrintable(foreign.match(code).captured()));
    for (const char* name : {"static inline int32_t broto_requantize(", "broto_encodeRow_FloatFeature(",
                             "struct broto_InputReport broto_encodeRow(", "broto_hyperbolicTangent("})
        QVERIFY2(code.contains(QLatin1String(name)), name);
    QVERIFY(!code.contains(u"pgm_read")); // flash.h has its own form
}

/// But for its frame, the C of the rounding is the C++, sign by sign.
void TestCText::arithmeticStaysAsItIs()
{
    const std::string_view header[] = {"requantize.h"};
    const QString text = QString::fromStdString(runtimeAsC(header));
    for (const char* line : {"    const int16_t high = (int16_t)(sum >> 8);",
                             "    const uint32_t low = (uint32_t)((uint8_t)(sum)) * (uint16_t)(multiplier);",
                             "    return (((product >> 7) >> (shift - 16)) + 1) >> 1;"})
        QVERIFY2(text.contains(QLatin1String(line)), line);
}

QTEST_APPLESS_MAIN(TestCText)
#include "tst_c_text.moc"
