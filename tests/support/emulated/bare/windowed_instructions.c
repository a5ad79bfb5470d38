/* What Debian's assembler and linker for Xtensa load as XTENSA_GNU_CONFIG: the instructions of a little-endian core with
   register windows, as an ESP32 has them. Compiled together with xtensa-modules.c, the table of binutils. */

#include "ansidecl.h"
#define XTENSA_CONFIG_DEFINITION
#include "xtensa-config.h"
#undef XCHAL_HAVE_BE
#define XCHAL_HAVE_BE 0
#include "xtensa-dynconfig.h"

const struct xtensa_config_v1 xtensa_config_v1 = {XTENSA_CONFIG_V1_ENTRY_LIST};
const struct xtensa_config_v2 xtensa_config_v2 = {XTENSA_CONFIG_V2_ENTRY_LIST};
