// The walls of the house, read from what the files include.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>

#include "wall/source_tree.h"

namespace stridelab::testing {
namespace {

/// A family of headers and the folders that may include it.
struct Wall {
  std::vector<std::string> headers;  ///< how an include of the family begins
  std::vector<std::string> only_in;
};

const std::vector<std::string> bullet_folders{"sim/forward/bullet/", "tests/bullet/"};

const std::vector<Wall> walls{
    {{"btBullet", "bullet/", "Bullet3", "BulletDynamics/", "BulletCollision/", "BulletSoftBody/", "LinearMath/"},
     bullet_folders},
    {{"glad/", "GL/", "GLES"}, {"render/gl/", "tests/render/"}},
    {{"imgui", "imgui/"}, {"render/ui/", "tests/render/"}},
    {{"GLFW/"}, {"render/", "tests/render/"}},
    {{"render/"}, {"render/", "tests/render/", "tests/bench/view_", "tests/fuzz/settings_"}},
};

bool lies_in(const std::filesystem::path& file, const std::vector<std::string>& folders) {
  return std::any_of(folders.begin(), folders.end(),
                     [&](const std::string& folder) { return shown(file).starts_with(folder); });
}

bool crosses(const std::filesystem::path& file, const std::string& include, const Wall& wall) {
  return !lies_in(file, wall.only_in) && std::any_of(wall.headers.begin(), wall.headers.end(),
                                                     [&](const auto& header) { return include.starts_with(header); });
}

TEST(IncludeWall, EachForeignHeaderStaysInItsFolder) {
  for (const auto& file : source_files({"sim", "render", "tests"})) {
    for (const std::string& include : includes_of(file)) {
      for (const Wall& wall : walls) {
        EXPECT_FALSE(crosses(file, include, wall))
            << shown(file) << " includes " << include << ", which belongs in " << wall.only_in.front();
      }
    }
  }
}

TEST(IncludeWall, TheWallIsThere) {
  const auto outside = std::filesystem::path(STRIDELAB_SOURCE_DIR) / "sim/forward/simulation.cpp";
  const auto inside = std::filesystem::path(STRIDELAB_SOURCE_DIR) / "sim/forward/bullet/bullet_stepper.cpp";
  EXPECT_TRUE(crosses(outside, "LinearMath/btVector3.h", walls.front()));
  EXPECT_FALSE(crosses(inside, "LinearMath/btVector3.h", walls.front()));
  EXPECT_FALSE(crosses(outside, "forward/bullet/bullet_carrier.h", walls.front()));
}

/// Bullet's scalars and vectors stop at its room: what others include of it must not bring them along.
TEST(IncludeWall, OnlyTheCarrierLeavesTheBulletRoom) {
  for (const auto& file : source_files({"sim", "render", "tests"})) {
    if (lies_in(file, bullet_folders)) continue;
    for (const std::string& include : includes_of(file)) {
      if (!include.starts_with("forward/bullet/")) continue;
      EXPECT_EQ(include, "forward/bullet/bullet_carrier.h") << shown(file);
    }
  }
  const auto carrier = std::filesystem::path(STRIDELAB_SOURCE_DIR) / "sim/forward/bullet/bullet_carrier.h";
  for (const std::string& include : includes_of(carrier)) EXPECT_FALSE(include.starts_with("forward/")) << include;
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

/// The folder of a path below sim, which is a room's name when it is one; a room may lie inside another.
std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

TEST(IncludeWall, ARoomIncludesOnlyTheRoomsItDependsOn) {
  const auto rooms = declared_rooms();
  ASSERT_GE(rooms.size(), 10U);
  ASSERT_TRUE(rooms.contains("forward/bullet"));
  for (const auto& file : source_files({"sim"})) {
    const std::string room = folder_of(shown(file).substr(4));
    ASSERT_TRUE(rooms.contains(room)) << shown(file) << " lies in a folder that sim/CMakeLists.txt does not name";
    for (const std::string& include : includes_of(file)) {
      const std::string other = folder_of(include);
      if (!rooms.contains(other) || other == room) continue;
      EXPECT_TRUE(rooms.at(room).contains(other)) << shown(file) << " includes " << include << ", but " << room
                                                  << " does not name " << other << " among its DEPENDS";
    }
  }
}

/// The rooms of the view, from the data up: what each may include of the others.
const std::map<std::string, std::set<std::string>> view_rooms{{"scene", {}},
                                                              {"live", {}},
                                                              {"gl", {"scene"}},
                                                              {"ui", {"scene", "live"}},
                                                              {"app", {"scene", "live", "gl", "ui"}},
                                                              {"web", {"scene", "gl", "ui"}}};

TEST(IncludeWall, TheViewDependsInOneDirection) {
  for (const auto& file : source_files({"render"})) {
    const std::string room = folder_of(shown(file).substr(std::string("render/").size()));
    ASSERT_TRUE(view_rooms.contains(room)) << shown(file);
    for (const std::string& include : includes_of(file)) {
      if (!include.starts_with("render/")) continue;
      const std::string other = folder_of(include.substr(std::string("render/").size()));
      EXPECT_TRUE(other == room || view_rooms.at(room).contains(other)) << shown(file) << " includes " << include;
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
