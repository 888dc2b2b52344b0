// Does MuJoCo link and run here? Built and run by engines.cmake.
#include <mujoco/mujoco.h>

int main() { return mj_version() == mjVERSION_HEADER ? 0 : 1; }
