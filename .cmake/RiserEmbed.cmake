# riser_embed(TARGET SYMBOL FILE): compiles FILE into TARGET as `extern const std::string_view riser::SYMBOL`. No tool but CMake.
if(CMAKE_SCRIPT_MODE_FILE)
  file(READ "${INPUT}" text)
  file(WRITE "${OUTPUT}" "#include <string_view>\nnamespace riser {\nextern const std::string_view ${SYMBOL};\n\
const std::string_view ${SYMBOL} = R\"embedded(${text})embedded\";\n}\n")
  return()
endif()
set(RISER_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")
function(riser_embed target symbol file)
  get_filename_component(input "${file}" ABSOLUTE)
  set(output "${CMAKE_CURRENT_BINARY_DIR}/embedded_${symbol}.cpp")
  add_custom_command(OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" -DINPUT=${input} -DOUTPUT=${output} -DSYMBOL=${symbol} -P "${RISER_EMBED_SCRIPT}"
    DEPENDS "${input}" "${RISER_EMBED_SCRIPT}" VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()
