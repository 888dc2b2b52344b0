// One shader source with two preambles: the window's files under the head that WebGL 2 asks for.
import figureVert from '../../../../shaders/figure.vert';
import figureFrag from '../../../../shaders/figure.frag';
import ghostFrag from '../../../../shaders/ghost.frag';
import depthFrag from '../../../../shaders/depth.frag';
import depthVert from '../../../../shaders/depth.vert';
import groundVert from '../../../../shaders/ground.vert';
import groundFrag from '../../../../shaders/ground.frag';
import skyVert from '../../../../shaders/sky.vert';
import skyFrag from '../../../../shaders/sky.frag';
import flatVert from '../../../../shaders/flat.vert';
import flatFrag from '../../../../shaders/flat.frag';
import light from '../../../../shaders/light.glsl';

const sources = {
  figure: [figureVert, light + figureFrag], ghost: [figureVert, light + ghostFrag], body_depth: [figureVert, depthFrag],
  shadow: [depthVert, depthFrag], ground: [groundVert, light + groundFrag], sky: [skyVert, light + skyFrag],
  flat: [flatVert, flatFrag],
} as const;
export type ProgramName = keyof typeof sources;

export class Program {
  private readonly id: WebGLProgram;
  private readonly places = new Map<string, WebGLUniformLocation | null>();

  constructor(private readonly gl: WebGL2RenderingContext, name: ProgramName, nBones: number, nMaterials: number) {
    const head = `#version 300 es\nprecision highp float;\nprecision highp int;\nprecision highp sampler2DShadow;\n` +
      `#define BONES ${nBones}\n#define MATERIALS ${nMaterials}\n#define FINE 0\n`;
    this.id = gl.createProgram()!;
    const kinds = [gl.VERTEX_SHADER, gl.FRAGMENT_SHADER];
    sources[name].forEach((text, i) => {
      const shader = gl.createShader(kinds[i])!;
      gl.shaderSource(shader, head + text);
      gl.compileShader(shader);
      gl.attachShader(this.id, shader);
      gl.deleteShader(shader);
    });
    gl.linkProgram(this.id);
    if (gl.getProgramParameter(this.id, gl.LINK_STATUS) || gl.isContextLost()) return;
    const logs = gl.getAttachedShaders(this.id)!.map((shader) => gl.getShaderInfoLog(shader));
    throw new Error(`${name}: ${gl.getProgramInfoLog(this.id)} ${logs.join(' ')}`);
  }

  use() { this.gl.useProgram(this.id); }

  /// By the kind of the value; a name that the program does not use is left out.
  set(name: string, value: number | readonly number[] | Float32Array, kind?: 'int' | 'matrix' | 'vec4s') {
    if (!this.places.has(name)) this.places.set(name, this.gl.getUniformLocation(this.id, name));
    const at = this.places.get(name);
    if (!at) return;
    const { gl } = this;
    if (typeof value === 'number') return kind === 'int' ? gl.uniform1i(at, value) : gl.uniform1f(at, value);
    if (kind === 'matrix') return gl.uniformMatrix4fv(at, false, value as Float32Array);
    if (kind === 'vec4s' || value.length === 4) return gl.uniform4fv(at, value as Float32Array);
    return value.length === 3 ? gl.uniform3fv(at, value as Float32Array) : gl.uniform2fv(at, value as Float32Array);
  }
}
