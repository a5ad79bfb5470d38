# How our own code is compiled: warnings, floating point, sanitizers, ccache, linker.

add_library(broto_compiler INTERFACE)
add_library(broto::compiler ALIAS broto_compiler)

target_compile_options(broto_compiler INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual>
    # Fusing a*b+c depends on the machine; the same seed must give the same bits on all of them.
    $<$<COMPILE_LANGUAGE:CXX>:-ffp-contract=off>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # GCC 12 sees overlaps in "text" + std::string that are not there (its bug 105651).
    target_compile_options(broto_compiler INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict>)
endif()
if(BROTO_WARNINGS_AS_ERRORS)
    target_compile_options(broto_compiler INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Werror>)
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    # Enough for a stack; with all there is to say about it, the build is three times as large. Debug builds say all.
    add_compile_options($<$<CONFIG:RelWithDebInfo>:-g1>)
endif()
target_compile_definitions(broto_compiler INTERFACE QT_NO_CAST_FROM_ASCII)

# Sanitizers apply to everything in the build, or the pieces would not fit together.
if(BROTO_SANITIZE)
    add_compile_options(-fsanitize=${BROTO_SANITIZE} -fno-omit-frame-pointer)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        add_compile_options(-Wno-maybe-uninitialized) # GCC loses track of std::optional between the added calls
    endif()
    if(BROTO_SANITIZE MATCHES "undefined")
        add_compile_options(-fno-sanitize-recover=undefined)
    endif()
    add_link_options(-fsanitize=${BROTO_SANITIZE})
endif()

find_program(BROTO_CCACHE ccache)
if(BROTO_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_C_COMPILER_LAUNCHER ${BROTO_CCACHE})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${BROTO_CCACHE})
endif()

# A test is linked with nearly everything, and there are many.
find_program(BROTO_LLD ld.lld)
if(BROTO_TESTS AND BROTO_LLD)
    add_link_options(-fuse-ld=lld)
endif()
