#include "cli_runner.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QStandardPaths>

QJsonObject CliRun::json() const
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(output, &error);
    return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
}

CliRunner::CliRunner() : m_environment(QProcessEnvironment::systemEnvironment())
{
    setVariable(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    setVariable(QStringLiteral("LANGUAGE"), QString());
    for (const char* name : {"state", "run"})
        QDir(m_folder.path()).mkdir(QString::fromLatin1(name));
    setVariable(QStringLiteral("XDG_STATE_HOME"), path(QStringLiteral("state")));
    setVariable(QStringLiteral("XDG_RUNTIME_DIR"), path(QStringLiteral("run")));
    // Compiled Arduino cores may be shared by all tests, but not with the user.
    setVariable(QStringLiteral("XDG_CACHE_HOME"), QStringLiteral(BROTO_PROGRAM_DIR "/../tests/cache"));
}

std::unique_ptr<QProcess> CliRunner::start(const QStringList& arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->setWorkingDirectory(m_folder.path());
    process->start(QStringLiteral(BROTO_PROGRAM_DIR "/broto-cli"), arguments);
    return process;
}

CliRun CliRunner::run(const QStringList& arguments, int timeLimitMs)
{
    QElapsedTimer timer;
    timer.start();
    const std::unique_ptr<QProcess> process = start(arguments);
    CliRun result;
    if (!process->waitForFinished(timeLimitMs)) {
        process->kill();
        process->waitForFinished();
    } else if (process->exitStatus() == QProcess::NormalExit) {
        result.exitCode = process->exitCode();
    }
    result.output = process->readAllStandardOutput();
    result.errors = process->readAllStandardError();
    result.milliseconds = timer.elapsed();
    return result;
}

QString CliRunner::write(const QString& name, const QByteArray& bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(name));
    return file.fileName();
}

QByteArray CliRunner::read(const QString& name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void CliRunner::hideProgramsExcept(const QStringList& names)
{
    const QDir folder(path(QStringLiteral("programs")));
    folder.mkpath(QStringLiteral("."));
    for (const QString& name : names)
        QFile::link(QStandardPaths::findExecutable(name), folder.filePath(name));
    setVariable(QStringLiteral("PATH"), folder.path());
}

void CliRunner::setVariable(const QString& name, const QString& value)
{
    value.isEmpty() ? m_environment.remove(name) : m_environment.insert(name, value);
}

QStringList CliRunner::runningPrograms() const
{
    QStringList names;
    const QByteArray ours = "XDG_RUNTIME_DIR=" + path(QStringLiteral("run")).toLocal8Bit(); // all of them inherit it
    for (const QString& entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        bool isId = false;
        const qint64 id = entry.toLongLong(&isId);
        QFile name(QStringLiteral("/proc/%1/comm").arg(id));
        QFile environment(QStringLiteral("/proc/%1/environ").arg(id));
        if (isId && name.open(QIODevice::ReadOnly) && environment.open(QIODevice::ReadOnly) &&
            environment.readAll().split('\0').contains(ours))
            names.append(QString::fromLocal8Bit(name.readAll().trimmed()));
    }
    return names;
}

bool waitForErrors(QProcess& process, const QByteArray& text, int timeLimitMs)
{
    const QDeadlineTimer deadline(timeLimitMs);
    process.setReadChannel(QProcess::StandardError);
    QByteArray errors;
    while (!errors.contains(text)) {
        if (!process.waitForReadyRead(static_cast<int>(deadline.remainingTime())))
            return false;
        errors += process.readAllStandardError();
    }
    return true;
}

QByteArray easyCsv()
{
    QByteArray csv = "length (cm),width (cm),kind\n";
    for (int i = 0; i < 60; ++i) {
        const int kind = i % 2;
        csv += QByteArray::number(10 + 20 * kind + i % 7) + "," + QByteArray::number(40 - 15 * kind + i % 5) + "," +
               (kind ? "long" : "wide") + "\n";
    }
    return csv;
}
