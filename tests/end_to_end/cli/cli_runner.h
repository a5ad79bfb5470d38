#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <memory>

/// What one call of broto-cli left.
struct CliRun {
    int exitCode = -1; ///< -1: it did not end by itself
    QByteArray output;
    QByteArray errors;
    qint64 milliseconds = 0; ///< that it took

    /// The one JSON document on standard output; empty when it is anything else.
    QJsonObject json() const;
};

/// A folder to work in, and broto-cli called in it: in English, with its own flash images and registrations of virtual
/// boards, so that nothing of the user's is touched and tests can run side by side.
class CliRunner {
public:
    CliRunner();

    CliRun run(const QStringList& arguments, int timeLimitMs = 120'000);
    /// The same, still running. The caller waits for it or ends it.
    std::unique_ptr<QProcess> start(const QStringList& arguments) const;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString write(const QString& name, const QByteArray& bytes) const; ///< returns its path
    QByteArray read(const QString& name) const;

    /// From now on only these programs are in PATH.
    void hideProgramsExcept(const QStringList& names);
    void setVariable(const QString& name, const QString& value);

    /// Names of all programs that were started from here and still run: virtual boards, uploaders, compilers, their
    /// guards and the command itself.
    QStringList runningPrograms() const;

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

/// Waits until a running program has written this to standard error.
bool waitForErrors(QProcess& process, const QByteArray& text, int timeLimitMs = 60'000);

/// 60 rows, two numbers and a kind: learned in a moment.
QByteArray easyCsv();
