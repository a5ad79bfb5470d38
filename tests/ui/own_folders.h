#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace broto::test {

/// The program's folders below this one, from now on: it meets nobody else's boards, builds or crashes.
inline bool useFoldersIn(const QTemporaryDir& home)
{
    for (const char* name : {"XDG_RUNTIME_DIR", "XDG_STATE_HOME", "XDG_CACHE_HOME"}) {
        const QString folder = home.filePath(QLatin1String(name));
        if (!QDir().mkpath(folder) ||
            !QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
            return false;
        qputenv(name, folder.toLocal8Bit());
    }
    return true;
}

}
