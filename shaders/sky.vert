// A grid over the picture: the backdrop is so smooth that its colour at some hundred corners is enough.
uniform mat4 clip_to_world;
uniform vec3 eye;
uniform vec3 sky_top, horizon;  // encoded: the backdrop is not lit

uniform int plain;              // 1: a backdrop without a horizon

out vec3 shade;

const int columns = 8, rows = 32;
const ivec2 corners[6] = ivec2[6](ivec2(0, 0), ivec2(1, 0), ivec2(0, 1), ivec2(0, 1), ivec2(1, 0), ivec2(1, 1));

void main() {
  int cell = gl_VertexID / 6, corner = gl_VertexID % 6;
  ivec2 at = ivec2(cell % columns, cell / columns) + corners[corner];
  vec2 clip = vec2(at) / vec2(columns, rows) * 2.0 - 1.0;
  vec4 far = clip_to_world * vec4(clip, 1.0, 1.0);
  float up = normalize(far.xyz / far.w - eye).y;
  float height = plain > 0 ? clip.y * 0.5 + 0.5 : smoothstep(0.0, 0.55, up);
  shade = mix(horizon, sky_top, height);
  gl_Position = vec4(clip, 1.0, 1.0);  // at the far plane: only where nothing else is
}
