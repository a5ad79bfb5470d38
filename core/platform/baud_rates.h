#pragma once

namespace broto {

/// Between bits per second and the constants of termios. For the Unix sources of this folder.
unsigned speedConstant(int baud);   ///< 0: termios has none for it
int baudOfConstant(unsigned speed); ///< 0: unknown

}
