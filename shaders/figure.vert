layout(location = 0) in vec3 position;
layout(location = 1) in vec3 normal;
layout(location = 2) in uvec4 bone;
layout(location = 3) in vec4 weight;
layout(location = 4) in uint material;

uniform mat4 view_projection, tilt, light_view;
uniform mat4 palette[BONES];
uniform vec4 material_look[MATERIALS];  // linear colour, gloss
uniform vec3 eye;
uniform float behind;                   // metres by which it stands back when it is asked what hides what

out vec3 place;
out vec3 facing;
out vec4 from_light;
out vec4 surface;

invariant gl_Position;  // depth and colour of a translucent body are drawn by different programs

void main() {
  mat4 carried = palette[bone.x] * weight.x + palette[bone.y] * weight.y + palette[bone.z] * weight.z +
                 palette[bone.w] * weight.w;
  vec4 world = tilt * (carried * vec4(position, 1.0));
  facing = normalize(mat3(tilt) * (mat3(carried) * normal));
  place = world.xyz;
  // A little out of the surface, so that it does not shade itself.
  from_light = light_view * vec4(world.xyz + facing * 0.008, 1.0);
  surface = material_look[material];
  gl_Position = view_projection * world;
  vec4 back = view_projection * vec4(world.xyz + normalize(world.xyz - eye) * behind, 1.0);
  gl_Position.z = back.z / back.w * gl_Position.w;
}
