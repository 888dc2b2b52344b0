layout(location = 0) in vec3 position;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec4 paint;  // linear

uniform mat4 view_projection, tilt, light_view;

out vec3 place;
out vec3 facing;
out vec4 from_light;
out vec4 base;

void main() {
  vec4 world = tilt * vec4(position, 1.0);
  facing = mat3(tilt) * normal;
  place = world.xyz;
  // A little out of the surface, so that it does not shade itself.
  from_light = light_view * vec4(world.xyz + facing * 0.006, 1.0);
  base = paint;
  gl_Position = view_projection * world;
}
