# igraph 0.10: defines igraph::igraph. Only the benches link it.
find_path(igraph_INCLUDE_DIR NAMES igraph.h PATH_SUFFIXES igraph)
find_library(igraph_LIBRARY NAMES igraph)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(igraph REQUIRED_VARS igraph_LIBRARY igraph_INCLUDE_DIR)
if(igraph_FOUND AND NOT TARGET igraph::igraph)
  add_library(igraph::igraph UNKNOWN IMPORTED)
  set_target_properties(igraph::igraph PROPERTIES IMPORTED_LOCATION "${igraph_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${igraph_INCLUDE_DIR}")
endif()
