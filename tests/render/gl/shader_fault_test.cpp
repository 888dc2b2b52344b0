#include "render/gl/shader_fault.h"

#include <gtest/gtest.h>

#include <array>

namespace stridelab::view {
namespace {

const std::array<ShaderPart, 2> parts{{{"light.glsl", "one\ntwo\nthree\n"}, {"ground.frag", "uno\ndue\n"}}};

TEST(ShaderFault, NamesTheFileAndLineOfEachKindOfDriver) {
  for (const char* log : {"0:5(3): error: `x' undeclared\n0:5(4): error: more\n", "0(5) : error C1503: `x' undeclared",
                          "ERROR: 0:5: `x' undeclared"}) {
    const Diagnostic fault = shader_fault(log, parts);
    EXPECT_EQ(fault.file, "shaders/ground.frag") << log;
    EXPECT_EQ(fault.line, 2) << log;
    EXPECT_EQ(fault.source_line, "due") << log;
    EXPECT_NE(fault.message.find("`x' undeclared"), std::string::npos) << fault.message;
  }
}

TEST(ShaderFault, FindsTheSharedPart) {
  const Diagnostic fault = shader_fault("0:3(1): error: no", parts);
  EXPECT_EQ(fault.file, "shaders/light.glsl");
  EXPECT_EQ(fault.line, 3);
  EXPECT_EQ(fault.source_line, "three");
}

TEST(ShaderFault, GivesALogItCannotReadAsItIs) {
  for (const char* log :
       {"something went wrong", "0:999(1): error: beyond the end", "0:99999999999(1): error: far", ""}) {
    const Diagnostic fault = shader_fault(log, parts);
    EXPECT_EQ(fault.file, "shaders/ground.frag");
    EXPECT_EQ(fault.line, 0);
    EXPECT_EQ(fault.help, log);
  }
}

}  // namespace
}  // namespace stridelab::view
