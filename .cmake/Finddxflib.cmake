# dxflib (RibbonSoft): defines dxflib::dxflib.
find_path(dxflib_INCLUDE_DIR NAMES dxflib/dl_dxf.h)
find_library(dxflib_LIBRARY NAMES dxflib)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(dxflib REQUIRED_VARS dxflib_LIBRARY dxflib_INCLUDE_DIR)
if(dxflib_FOUND AND NOT TARGET dxflib::dxflib)
  add_library(dxflib::dxflib UNKNOWN IMPORTED)
  set_target_properties(dxflib::dxflib PROPERTIES IMPORTED_LOCATION "${dxflib_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${dxflib_INCLUDE_DIR}")
endif()
