layout(location = 0) in vec2 corner;  // -1 .. 1

uniform mat4 clip_to_world;

out vec3 far_point;

void main() {
  vec4 far = clip_to_world * vec4(corner, 1.0, 1.0);
  far_point = far.xyz / far.w;
  gl_Position = vec4(corner, 1.0, 1.0);  // at the far plane: only where nothing else is
}
