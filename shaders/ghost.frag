// The baseline beside the runner: a pale shape with a firm outline, so that it is read as a comparison and not as a
// second runner, and is seen where it differs by a finger's breadth.
in vec3 place;
in vec3 facing;

uniform vec4 tint;      // linear
uniform vec3 outline;   // encoded

out vec4 colour;

void main() {
  vec3 n = normalize(facing);
  float towards_eye = max(dot(n, normalize(eye - place)), 0.0);
  float shade = 0.6 + 0.4 * max(dot(n, towards_light), 0.0);
  float rim = smoothstep(0.3, 0.7, 1.0 - towards_eye);
  // Some of the outline's colour everywhere: the backdrop may be as pale as the shape.
  colour = vec4(mix(encoded(tint.rgb * shade), outline, mix(0.4, 1.0, rim)), mix(min(tint.a + 0.15, 1.0), 0.95, rim));
}
