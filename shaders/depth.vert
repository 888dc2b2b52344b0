layout(location = 0) in vec3 position;
layout(location = 2) in uvec4 bone;
layout(location = 3) in vec4 weight;

uniform mat4 view_projection, tilt;
uniform mat4 palette[BONES];

void main() {
  mat4 carried = palette[bone.x] * weight.x + palette[bone.y] * weight.y + palette[bone.z] * weight.z +
                 palette[bone.w] * weight.w;
  gl_Position = view_projection * (tilt * (carried * vec4(position, 1.0)));
}
