# broto_embed(TARGET NAMESPACE BASE FILE...): puts files into a target as read-only data.
#
# The target gains  #include "<NAMESPACE>_files.h"  with
#     std::span<const broto::EmbeddedFile> <NAMESPACE>Files();     // sorted by name
# where a name is the file's path relative to BASE. The bytes come in through the assembler's .incbin, so that a
# megabyte costs nothing to compile.

function(broto_embed target namespace base)
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/embedded_${namespace})
    set(assembly ".section .rodata\n")
    set(entries "")
    set(declarations "")
    set(files ${ARGN})
    list(SORT files)
    set(index 0)
    foreach(file IN LISTS files)
        cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
        cmake_path(RELATIVE_PATH file BASE_DIRECTORY ${base} OUTPUT_VARIABLE name)
        set(symbol broto_embedded_${namespace}_${index})
        string(APPEND assembly
            ".global ${symbol}\n.global ${symbol}_end\n.balign 16\n${symbol}:\n.incbin \"${file}\"\n${symbol}_end:\n.byte 0\n")
        string(APPEND declarations "extern const char ${symbol}[], ${symbol}_end[];\n")
        string(APPEND entries
            "        {\"${name}\", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}},\n")
        list(APPEND inputs ${file})
        math(EXPR index "${index} + 1")
    endforeach()
    set(body "    static const EmbeddedFile files[] = {\n${entries}    };\n    return files;\n")
    if(index EQUAL 0)
        set(body "    return {};\n")
    endif()
    string(APPEND assembly ".section .note.GNU-stack,\"\",@progbits\n")
    file(CONFIGURE OUTPUT ${folder}/${namespace}_files.S CONTENT "${assembly}" @ONLY)
    file(CONFIGURE OUTPUT ${folder}/${namespace}_files.h CONTENT
"// Made by broto_embed.\n#pragma once\n#include \"common/embedded_file.h\"\nnamespace broto {\nstd::span<const EmbeddedFile> ${namespace}Files();\n}\n" @ONLY)
    file(CONFIGURE OUTPUT ${folder}/${namespace}_files.cpp CONTENT
"// Made by broto_embed.\n#include \"${namespace}_files.h\"\nextern \"C\" {\n${declarations}}\nnamespace broto {\nstd::span<const EmbeddedFile> ${namespace}Files()\n{\n${body}}\n}\n" @ONLY)
    set_source_files_properties(${folder}/${namespace}_files.S PROPERTIES OBJECT_DEPENDS "${inputs}" SKIP_PRECOMPILE_HEADERS ON)
    target_sources(${target} PRIVATE ${folder}/${namespace}_files.S ${folder}/${namespace}_files.cpp)
    target_include_directories(${target} PRIVATE ${folder})
endfunction()
