# One interface target carries the flags of every target of ours. GCC 12 takes parts of a std::variant or std::optional for
# uninitialised where they are not (its bug 80635), so that warning stays one.
add_library(riser_flags INTERFACE)
target_compile_options(riser_flags INTERFACE -Wall -Wextra -Wconversion -Wshadow
  "$<$<BOOL:${RISER_WERROR}>:-Werror;-Wno-error=maybe-uninitialized>")
target_include_directories(riser_flags INTERFACE "${CMAKE_SOURCE_DIR}")
if(RISER_SANITIZE)
  add_compile_options(-fsanitize=${RISER_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${RISER_SANITIZE})
endif()
