layout(location = 0) in vec2 corner;  // -1 .. 1

uniform mat4 view_projection, tilt, light_view;
uniform float extent;  // metres from the runner to the edge

out vec2 on_ground;    // metres, forward and right of the runner
out vec3 place;
out vec4 from_light;

void main() {
  vec4 world = tilt * vec4(corner.x * extent, 0.0, corner.y * extent, 1.0);
  on_ground = corner * extent;
  place = world.xyz;
  from_light = light_view * world;
  gl_Position = view_projection * world;
}
