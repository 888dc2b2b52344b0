in vec4 shade;  // as it is to appear: not lit, not encoded again

uniform float strength;

out vec4 colour;

void main() {
  colour = vec4(shade.rgb, shade.a * strength);
}
