// Smooths jagged edges of a finished picture: along an edge of brightness, the mean of points on it (after Lottes 2009,
// FXAA). For drivers without a graphics card, where several samples per pixel cost more than the rest of the picture.
uniform sampler2D drawn;
uniform vec2 pixel;  // 1 / size

out vec4 colour;

const vec3 brightness = vec3(0.299, 0.587, 0.114);

float bright(vec2 at) { return dot(textureLod(drawn, at, 0.0).rgb, brightness); }

void main() {
  vec2 at = gl_FragCoord.xy * pixel;
  vec3 middle = textureLod(drawn, at, 0.0).rgb;
  float m = dot(middle, brightness);
  float nw = bright(at + vec2(-0.5, 0.5) * pixel), ne = bright(at + vec2(0.5, 0.5) * pixel);
  float sw = bright(at + vec2(-0.5, -0.5) * pixel), se = bright(at + vec2(0.5, -0.5) * pixel);
  float low = min(m, min(min(nw, ne), min(sw, se))), high = max(m, max(max(nw, ne), max(sw, se)));
  vec3 seen = middle;
  int passes = high - low > max(0.04, 0.1 * high) ? 1 : 0;  // a loop, because drivers skip loops but not branches
  for (int i = 0; i < passes; ++i) {
    vec2 along = vec2((sw + se) - (nw + ne), (nw + sw) - (ne + se));
    along = clamp(along / (min(abs(along.x), abs(along.y)) + 0.03), -8.0, 8.0) * pixel;
    vec3 near = 0.5 * (textureLod(drawn, at - along / 6.0, 0.0).rgb + textureLod(drawn, at + along / 6.0, 0.0).rgb);
    vec3 wide = 0.5 * near + 0.25 * (textureLod(drawn, at - along * 0.5, 0.0).rgb +
                                     textureLod(drawn, at + along * 0.5, 0.0).rgb);
    float w = dot(wide, brightness);
    seen = w < low || w > high ? near : wide;
  }
  colour = vec4(seen, 1.0);
}
