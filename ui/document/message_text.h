#pragma once

#include "common/message.h"

#include <QString>

namespace broto::ui {

/// A sentence of core in the language of the window, its numbers written as that language writes them.
QString messageText(const Message& message);

/// Sentences one after the other.
QString messagesText(const std::vector<Message>& messages);

}
