// The walls of the house, read from what the files include.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>

#include "wall/source_tree.h"

namespace stridelab::testing {
namespace {

/// A family of headers and the one folder that may include it.
struct Wall {
  std::vector<std::string> headers;  ///< how an include of the family begins
  std::string only_in;
};

const std::vector<Wall> walls{
    {{"btBullet", "bullet/", "BulletDynamics/", "BulletCollision/", "LinearMath/"}, "sim/forward/bullet/"},
    {{"glad/", "GL/", "GLES"}, "render/gl/"},
    {{"imgui", "imgui/"}, "render/ui/"},
    {{"GLFW/"}, "render/"},
    {{"render/"}, "render/"},
};

TEST(IncludeWall, EachForeignHeaderStaysInItsFolder) {
  for (const auto& file : source_files({"sim", "render"})) {
    for (const std::string& include : includes_of(file)) {
      for (const Wall& wall : walls) {
        for (const std::string& header : wall.headers) {
          EXPECT_FALSE(include.starts_with(header) && !shown(file).starts_with(wall.only_in))
              << shown(file) << " includes " << include << ", which belongs in " << wall.only_in << " alone";
        }
      }
    }
  }
}

/// The rooms and what each may use, from the one place that says so: sim/CMakeLists.txt.
std::map<std::string, std::set<std::string>> declared_rooms() {
  std::map<std::string, std::set<std::string>> rooms;
  std::string text;
  for (const std::string& line : lines_of(STRIDELAB_SOURCE_DIR "/sim/CMakeLists.txt")) text += line + " ";
  const std::string call = "stridelab_room(";
  for (auto at = text.find(call); at != std::string::npos; at = text.find(call, at + 1)) {
    const auto begin = at + call.size();
    std::istringstream words(text.substr(begin, text.find(')', begin) - begin));
    std::string room, word;
    words >> room;
    bool depends = false;
    rooms[room];
    while (words >> word) {
      if (word == "DEPENDS" || word == "LIBRARIES") {
        depends = word == "DEPENDS";
      } else if (depends) {
        rooms[room].insert(word);
      }
    }
  }
  return rooms;
}

TEST(IncludeWall, ARoomIncludesOnlyTheRoomsItDependsOn) {
  const auto rooms = declared_rooms();
  ASSERT_GE(rooms.size(), 10U);
  for (const auto& file : source_files({"sim"})) {
    const std::string inside = shown(file).substr(4);
    const std::string room = inside.substr(0, inside.find('/'));
    ASSERT_TRUE(rooms.contains(room)) << shown(file) << " lies in a folder that sim/CMakeLists.txt does not name";
    for (const std::string& include : includes_of(file)) {
      const std::string other = include.substr(0, include.find('/'));
      if (!rooms.contains(other) || other == room) continue;
      EXPECT_TRUE(rooms.at(room).contains(other)) << shown(file) << " includes " << include << ", but " << room
                                                  << " does not name " << other << " among its DEPENDS";
    }
  }
}

TEST(IncludeWall, RoomsDependInOneDirection) {
  auto rooms = declared_rooms();
  while (!rooms.empty()) {
    const auto leaf = std::find_if(rooms.begin(), rooms.end(), [&](const auto& room) {
      return std::none_of(room.second.begin(), room.second.end(),
                          [&](const auto& used) { return rooms.contains(used); });
    });
    ASSERT_NE(leaf, rooms.end()) << "rooms depend on each other in a circle";
    rooms.erase(leaf);
  }
}

}  // namespace
}  // namespace stridelab::testing
