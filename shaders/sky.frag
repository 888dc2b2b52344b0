in vec3 far_point;

out vec4 colour;

void main() {
  colour = vec4(encoded(backdrop(normalize(far_point - eye))), 1.0);
}
