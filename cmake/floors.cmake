# One library a folder of src/, linked to the folders of lower floors that it may include.
function(framewright_floor folder)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${folder}/*.cpp)
  add_library(framewright_${folder} STATIC ${sources})
  target_include_directories(framewright_${folder} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  foreach(lower ${ARGN})
    target_link_libraries(framewright_${folder} PUBLIC framewright_${lower})
  endforeach()
endfunction()
