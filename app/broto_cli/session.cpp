#include "session.h"

#include "language.h"

#include <iostream>

namespace broto {

Session::Session() : control([this](const Progress& progress) { onProgress(progress); }) {}

void Session::note(const Message& message) const
{
    if (!quiet)
        std::cerr << inUserLanguage(message) << std::endl;
}

void Session::warn(const Message& message) const
{
    std::cerr << inUserLanguage(message) << std::endl;
}

void Session::showProgress(std::string name)
{
    m_progressName = std::move(name);
    m_quarter = 0;
}

void Session::onProgress(const Progress& progress)
{
    if (m_progressName.empty() || quiet || !(progress.total > 0))
        return;
    const int quarter = static_cast<int>(4 * progress.done / progress.total);
    if (quarter <= m_quarter)
        return;
    m_quarter = quarter;
    std::cerr << m_progressName << ' ' << 25 * quarter << " %" << std::endl;
}

}
