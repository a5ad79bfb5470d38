#include "platform/file_descriptor.h"

#include <unistd.h>

namespace broto {

void FileDescriptor::close()
{
    if (m_number >= 0)
        ::close(std::exchange(m_number, -1));
}

}
