# broto_join_sources(TARGET): compiles a few files at a time, for what they include costs more than what they say.
# Names of an unnamed namespace are therefore to be unique in a folder.
function(broto_join_sources target)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ${BROTO_JOIN_SOURCES} UNITY_BUILD_BATCH_SIZE 6)
endfunction()

# broto_core_library(NAME SOURCES ... [LINKS ...] [JSON]): one static library a folder of core, named broto_<folder>.
function(broto_core_library name)
    cmake_parse_arguments(ARG "JSON" "" "SOURCES;LINKS" ${ARGN})
    add_library(broto_${name} STATIC ${ARG_SOURCES})
    target_include_directories(broto_${name} PUBLIC ${CMAKE_SOURCE_DIR}/core)
    target_link_libraries(broto_${name} PUBLIC ${ARG_LINKS} PRIVATE broto::compiler)
    broto_join_sources(broto_${name})
    if(ARG_JSON)
        target_link_libraries(broto_${name} PRIVATE nlohmann_json::nlohmann_json)
        target_precompile_headers(broto_${name} REUSE_FROM broto_json_headers)
    else()
        target_precompile_headers(broto_${name} REUSE_FROM broto_core_headers)
    endif()
endfunction()

# broto_test(NAME LIBRARY... [SOURCES ...] [LABELS ...] [GUI]): a QtTest program tst_<name>.cpp in this folder.
# A GUI test runs on Qt's offscreen platform unless the environment says otherwise.
function(broto_test name)
    cmake_parse_arguments(ARG "GUI" "TIMEOUT" "SOURCES;LABELS;LINKS" ${ARGN})
    # One run of moc a test: AUTOMOC would scan, and compile a file more, for each of them.
    qt_generate_moc(tst_${name}.cpp tst_${name}.moc)
    add_executable(tst_${name} tst_${name}.cpp ${CMAKE_CURRENT_BINARY_DIR}/tst_${name}.moc ${ARG_SOURCES})
    target_include_directories(tst_${name} PRIVATE
        ${CMAKE_SOURCE_DIR}/core ${CMAKE_SOURCE_DIR}/tests ${CMAKE_CURRENT_BINARY_DIR})
    target_link_libraries(tst_${name} PRIVATE ${ARG_LINKS} ${ARG_UNPARSED_ARGUMENTS} Qt6::Test broto::compiler)
    target_compile_definitions(tst_${name} PRIVATE
        BROTO_SOURCE_DIR="${CMAKE_SOURCE_DIR}" BROTO_PROGRAM_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    set_target_properties(tst_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    if(ARG_GUI)
        target_precompile_headers(tst_${name} REUSE_FROM broto_gui_test_headers)
    else()
        target_precompile_headers(tst_${name} REUSE_FROM broto_test_headers)
    endif()
    add_test(NAME ${name} COMMAND tst_${name})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    set(environment QT_QPA_PLATFORM=offscreen)
    if(BROTO_SANITIZE)
        # Child programs inherit these. Everything is slower, the time limits too.
        set(reports ${CMAKE_SOURCE_DIR}/tests/support/sanitizers)
        list(APPEND environment LSAN_OPTIONS=suppressions=${reports}/leak.supp:print_suppressions=0
             TSAN_OPTIONS=suppressions=${reports}/thread.supp:print_suppressions=0 UBSAN_OPTIONS=print_stacktrace=1)
        math(EXPR ARG_TIMEOUT "5 * ${ARG_TIMEOUT}")
    endif()
    # The longest begin first, so that none of them is left alone at the end.
    set_tests_properties(${name} PROPERTIES COST ${ARG_TIMEOUT} TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}" ENVIRONMENT "${environment}")
endfunction()
