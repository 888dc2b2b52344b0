// One name, one type: two types of one name in one namespace break the rule of one definition, and compile.
#include <gtest/gtest.h>

#include <map>
#include <regex>

#include "wall/source_tree.h"

namespace stridelab::testing {
namespace {

struct TypePlace {
  std::string name;  ///< with its namespace; empty where that is anonymous
  std::size_t line;
};

/// A line without its comment and its texts: what is left to count braces in.
std::string bare(const std::string& line) {
  static const std::regex text(R"("(\\.|[^"\\])*"|'(\\.|[^'\\])*'|//.*)");
  return std::regex_replace(line, text, "");
}

/// The types defined at namespace level, outside anonymous namespaces. A class inside a class is known by that class.
std::vector<TypePlace> types_of(const std::vector<std::string>& lines) {
  static const std::regex opens(R"(^\s*(?:inline )?namespace\s*([\w:]*)\s*\{.*)");
  static const std::regex type(
      R"(^\s*(?:template <.*> )?(?:struct|class|union|enum class|enum)\s+(\w+)\s*(?:final\s*)?(?::[^:].*)?\{.*)");
  std::vector<std::string> inside{""};
  std::size_t depth = 0;
  std::vector<TypePlace> types;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string line = bare(lines[i]);
    std::smatch match;
    const bool at_namespace_level = depth + 1 == inside.size();
    if (at_namespace_level && std::regex_match(line, match, opens)) {
      const bool hidden = match[1].length() == 0 || inside.back() == "(anonymous)";
      inside.push_back(hidden ? "(anonymous)" : inside.back() + match[1].str() + "::");
    } else if (at_namespace_level && inside.back() != "(anonymous)" && std::regex_match(line, match, type)) {
      types.push_back({inside.back() + match[1].str(), i + 1});
    }
    for (const char c : line) depth = c == '{' ? depth + 1 : c == '}' && depth > 0 ? depth - 1 : depth;
    while (inside.size() > depth + 1) inside.pop_back();
  }
  return types;
}

TEST(TypeWall, NoTypeNameStandsTwice) {
  std::map<std::string, std::string> places;
  for (const auto& file : source_files({"sim", "render"})) {
    for (const TypePlace& type : types_of(lines_of(file))) {
      const std::string place = shown(file) + ":" + std::to_string(type.line);
      const auto [first, is_new] = places.emplace(type.name, place);
      EXPECT_TRUE(is_new) << type.name << " is defined at " << first->second << " and at " << place;
    }
  }
  EXPECT_GT(places.size(), 300U);
  EXPECT_TRUE(places.contains("stridelab::Skeleton"));
  EXPECT_TRUE(places.contains("stridelab::view::ViewModel"));
}

TEST(TypeWall, TheWallIsThere) {
  const auto names = [](const std::vector<std::string>& lines) {
    std::string all;
    for (const TypePlace& type : types_of(lines)) all += type.name + " ";
    return all;
  };
  EXPECT_EQ(names({"namespace a {", "struct B {", "  struct C {", "  };", "};", "namespace c {",
                   "class D final : E {};", "}  // namespace c", "enum class F : char { g };", "}"}),
            "a::B a::c::D a::F ");
  EXPECT_EQ(names({"namespace a {", "namespace {", "struct B {};", "}", "struct C;", "// struct D {", "struct B::E {};",
                   "}"}),
            "");
}

}  // namespace
}  // namespace stridelab::testing
