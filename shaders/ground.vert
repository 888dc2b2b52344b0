layout(location = 0) in vec2 corner;  // -1 .. 1

uniform mat4 view_projection, tilt, light_view;
uniform vec2 half_size;  // metres from the runner to the edges, forward and aside
uniform float height;

out vec2 on_ground;    // metres, forward and right of the runner
out vec3 place;
out vec4 from_light;

void main() {
  on_ground = corner * half_size;
  vec4 world = tilt * vec4(on_ground.x, height, on_ground.y, 1.0);
  place = world.xyz;
  from_light = light_view * world;
  gl_Position = view_projection * world;
}
