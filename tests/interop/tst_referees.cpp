#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

/// Other programs answer the rows that Broto answers: what is installed of Arm NN, ONNX's checker, TensorFlow Lite and
/// ONNX Runtime (tests/interop/referees.sh installs the last two).
class Referees : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void armNnAnswersTheSame();
    void onnxFilesAreSound();
    void tensorFlowLiteAnswersTheSame();
    void onnxRuntimeAnswersTheSame();

private:
    QTemporaryDir m_folder;
    const QDir m_programs{QStringLiteral(BROTO_PROGRAM_DIR)};
    const QDir m_scripts{QStringLiteral(BROTO_SOURCE_DIR "/tests/interop")};
    const QString m_modules = QStringLiteral(BROTO_SOURCE_DIR "/build/referees/node_modules");

    /// What a program says; the test fails where it fails.
    QByteArray run(const QString& program, const QStringList& arguments);
    void judge(const char* engine);
};

QByteArray Referees::run(const QString& program, const QStringList& arguments)
{
    constexpr int longest = 300'000;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(longest);
    const QByteArray said = process.readAll();
    if (!ended || process.exitCode() != 0 || process.exitStatus() != QProcess::NormalExit)
        QTest::qFail(said.isEmpty() ? "The program could not be run." : said.constData(), __FILE__, __LINE__);
    return said;
}

void Referees::judge(const char* engine)
{
    const QByteArray said = run(m_programs.filePath(QStringLiteral("referee_cases")),
                                {QStringLiteral("judge"), m_folder.path(), QLatin1String(engine)});
    QVERIFY2(said.contains(" 0 too far off"), said.constData());
}

void Referees::initTestCase()
{
    run(m_programs.filePath(QStringLiteral("referee_cases")), {QStringLiteral("write"), m_folder.path()});
    QVERIFY(QFileInfo::exists(m_folder.filePath(QStringLiteral("list.json"))));
}

void Referees::armNnAnswersTheSame()
{
    const QString program = m_programs.filePath(QStringLiteral("armnn_referee"));
    if (!QFileInfo::exists(program))
        QSKIP("Arm NN was not there when this was built (libarmnntfliteparser-dev, libarmnn-cpuref-backend22)");
    run(program, {m_folder.path()});
    judge("armnn");
}

void Referees::onnxFilesAreSound()
{
    const QByteArray said = run(QStringLiteral("/usr/bin/python3"),
                                {m_scripts.filePath(QStringLiteral("onnx_checker.py")), m_folder.path()});
    if (said.startsWith("Skipped"))
        QSKIP("ONNX's checker is not installed (python3-onnx)");
    QVERIFY2(said.contains("files are sound"), said.constData());
}

void Referees::tensorFlowLiteAnswersTheSame()
{
    const QString node = QStandardPaths::findExecutable(QStringLiteral("node"));
    if (node.isEmpty() || !QFileInfo::exists(m_modules + QStringLiteral("/@tensorflow/tfjs-tflite")))
        QSKIP("TensorFlow Lite is not installed (tests/interop/referees.sh installs it)");
    run(node, {m_scripts.filePath(QStringLiteral("tflite_referee.cjs")), m_modules, m_folder.path()});
    judge("tflite");
}

void Referees::onnxRuntimeAnswersTheSame()
{
    const QString node = QStandardPaths::findExecutable(QStringLiteral("node"));
    if (node.isEmpty() || !QFileInfo::exists(m_modules + QStringLiteral("/onnxruntime-web")))
        QSKIP("ONNX Runtime is not installed (tests/interop/referees.sh installs it)");
    run(node, {m_scripts.filePath(QStringLiteral("onnx_referee.mjs")), m_modules, m_folder.path()});
    judge("onnx");
}

QTEST_GUILESS_MAIN(Referees)
#include "tst_referees.moc"
