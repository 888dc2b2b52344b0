// A thin renderer of the draw list in WebGL 2: the passes of render/gl for a runner, a ghost, the road and strokes.
import type { Drawing, Look } from '../protocol';
import { boxView, inverse, product, tilted, type Matrix, type Vec3 } from './matrix';
import { Program, type ProgramName } from './program';
import { triangles, type Stroke } from './strokes';

export interface Picture {
  view: Matrix; eye: Vec3; runner_m: Vec3; slope_rad: number; travelled_m: number; look: Look;
  runner: Float32Array; ghost?: Float32Array; strokes: Stroke[]; scale: number;
}
export type Which = 'runner' | 'ghost';
interface Body { array: WebGLVertexArrayObject; indices: WebGLBuffer; vertices: WebGLBuffer; count: number }

const shadow_px = 1024, shadow_half_m = 1.5, ground_half_m = 14.2, ghost_behind_m = 0.12;
const numbersPerVertex = 15;

export class Renderer {
  private readonly programs = new Map<ProgramName, Program>();
  private readonly bodies = new Map<Which, Body>();
  private readonly square: WebGLVertexArrayObject;
  private readonly flat: WebGLVertexArrayObject;
  private readonly flatBuffer: WebGLBuffer;
  private readonly shadow: { frame: WebGLFramebuffer; map: WebGLTexture };
  private readonly materials: Float32Array;

  constructor(private readonly gl: WebGL2RenderingContext, private readonly drawing: Drawing) {
    for (const name of ['figure', 'ghost', 'body_depth', 'shadow', 'ground', 'sky', 'flat'] as const)
      this.programs.set(name, new Program(gl, name, drawing.n_bones, drawing.materials.length));
    this.materials = new Float32Array(drawing.materials.flat());
    this.square = this.floats([[0, 2]], new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1])).array;
    const strokes = this.floats([[0, 4], [1, 4]], new Float32Array(0));
    this.flat = strokes.array;
    this.flatBuffer = strokes.buffer;
    this.shadow = this.shadowMap();
    gl.enable(gl.DEPTH_TEST);
    gl.depthFunc(gl.LEQUAL);
    gl.enable(gl.CULL_FACE);
  }

  /// Attributes of floats, one after the other in each vertex.
  private floats(attributes: number[][], data: Float32Array) {
    const { gl } = this, array = gl.createVertexArray()!, buffer = gl.createBuffer()!;
    gl.bindVertexArray(array);
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
    const stride = 4 * attributes.reduce((sum, [, size]) => sum + size, 0);
    let offset = 0;
    for (const [place, size] of attributes) {
      gl.vertexAttribPointer(place, size, gl.FLOAT, false, stride, offset);
      gl.enableVertexAttribArray(place);
      offset += 4 * size;
    }
    return { array, buffer };
  }

  private shadowMap() {
    const { gl } = this, map = gl.createTexture()!, frame = gl.createFramebuffer()!;
    gl.bindTexture(gl.TEXTURE_2D, map);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.DEPTH_COMPONENT16, shadow_px, shadow_px);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_COMPARE_MODE, gl.COMPARE_REF_TO_TEXTURE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    gl.bindFramebuffer(gl.FRAMEBUFFER, frame);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.DEPTH_ATTACHMENT, gl.TEXTURE_2D, map, 0);
    gl.drawBuffers([gl.NONE]);
    return { frame, map };
  }

  setMesh(which: Which, vertices: Float32Array, indices: Uint32Array) {
    const { gl } = this, old = this.bodies.get(which);
    if (old) {
      gl.deleteVertexArray(old.array);
      gl.deleteBuffer(old.vertices);
      gl.deleteBuffer(old.indices);
    }
    const array = gl.createVertexArray()!, buffer = gl.createBuffer()!, order = gl.createBuffer()!;
    gl.bindVertexArray(array);
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, packed(vertices), gl.STATIC_DRAW);
    const stride = 48;
    gl.vertexAttribPointer(0, 3, gl.FLOAT, false, stride, 0);
    gl.vertexAttribPointer(1, 3, gl.FLOAT, false, stride, 12);
    gl.vertexAttribPointer(3, 4, gl.FLOAT, false, stride, 24);
    gl.vertexAttribIPointer(2, 4, gl.UNSIGNED_BYTE, stride, 40);
    gl.vertexAttribIPointer(4, 1, gl.UNSIGNED_BYTE, stride, 44);
    for (let i = 0; i < 5; ++i) gl.enableVertexAttribArray(i);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, order);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, indices, gl.STATIC_DRAW);
    gl.bindVertexArray(null);
    this.bodies.set(which, { array, indices: order, vertices: buffer, count: indices.length });
  }

  draw(picture: Picture) {
    const { gl } = this;
    const tilt = tilted(picture.slope_rad);
    const lightView = boxView(picture.look.towards_light as Vec3, picture.runner_m, shadow_half_m);
    this.shadowPass(picture, tilt, lightView);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
    this.bodyPass(picture, tilt, lightView);
    this.groundPass(picture, tilt, lightView);
    this.skyPass(picture, tilt, lightView);
    this.ghostPass(picture, tilt, lightView);
    this.strokePass(picture, tilt);
  }

  private lit(name: ProgramName, picture: Picture, tilt: Matrix, lightView: Matrix): Program {
    const program = this.programs.get(name)!;
    program.use();
    for (const [uniform, value] of Object.entries(picture.look)) program.set(uniform, value);
    program.set('eye', picture.eye);
    program.set('view_projection', picture.view, 'matrix');
    program.set('tilt', tilt, 'matrix');
    program.set('light_view', lightView, 'matrix');
    program.set('shadow_map', 0, 'int');
    return program;
  }

  private drawBody(program: Program, which: Which, bones: Float32Array) {
    const body = this.bodies.get(which);
    if (!body) return;
    program.set('palette', bones, 'matrix');
    this.gl.bindVertexArray(body.array);
    this.gl.drawElements(this.gl.TRIANGLES, body.count, this.gl.UNSIGNED_INT, 0);
  }

  private shadowPass(picture: Picture, tilt: Matrix, lightView: Matrix) {
    const { gl } = this, program = this.programs.get('shadow')!;
    // A texture that is drawn into is not read.
    gl.bindTexture(gl.TEXTURE_2D, null);
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.shadow.frame);
    gl.viewport(0, 0, shadow_px, shadow_px);
    gl.clear(gl.DEPTH_BUFFER_BIT);
    gl.enable(gl.POLYGON_OFFSET_FILL);
    gl.polygonOffset(1.5, 2);
    program.use();
    program.set('view_projection', lightView, 'matrix');
    program.set('tilt', tilt, 'matrix');
    this.drawBody(program, 'runner', picture.runner);
    gl.disable(gl.POLYGON_OFFSET_FILL);
    gl.bindTexture(gl.TEXTURE_2D, this.shadow.map);
  }

  private bodyPass(picture: Picture, tilt: Matrix, lightView: Matrix) {
    const program = this.lit('figure', picture, tilt, lightView);
    program.set('material_look', this.materials, 'vec4s');
    program.set('tint', [1, 1, 1, 1]);
    program.set('paint', [0, 0, 0, 0]);
    program.set('glass', 0, 'int');
    program.set('behind', 0);
    this.drawBody(program, 'runner', picture.runner);
  }

  private groundPass(picture: Picture, tilt: Matrix, lightView: Matrix) {
    const { gl } = this, program = this.lit('ground', picture, tilt, lightView);
    program.set('half_size', [ground_half_m, ground_half_m]);
    program.set('height', 0);
    program.set('travelled', picture.travelled_m);
    program.set('belt', 0, 'int');
    program.set('n_feet', 0, 'int');
    gl.disable(gl.CULL_FACE);
    gl.bindVertexArray(this.square);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
  }

  private skyPass(picture: Picture, tilt: Matrix, lightView: Matrix) {
    const { gl } = this, program = this.lit('sky', picture, tilt, lightView);
    program.set('clip_to_world', inverse(picture.view), 'matrix');
    program.set('plain', 0, 'int');
    gl.bindVertexArray(this.square);
    gl.drawArrays(gl.TRIANGLES, 0, 8 * 32 * 6);
    gl.enable(gl.CULL_FACE);
  }

  /// Depth first, then colour where it is the nearest: of a translucent body one surface shows, not its inside.
  private ghostPass(picture: Picture, tilt: Matrix, lightView: Matrix) {
    if (!picture.ghost) return;
    const { gl } = this;
    const depth = this.lit('body_depth', picture, tilt, lightView);
    depth.set('behind', ghost_behind_m);
    gl.colorMask(false, false, false, false);
    this.drawBody(depth, 'ghost', picture.ghost);
    gl.colorMask(true, true, true, true);
    const program = this.lit('ghost', picture, tilt, lightView);
    program.set('tint', this.drawing.ghost_tint);
    program.set('behind', ghost_behind_m);
    this.blended(() => this.drawBody(program, 'ghost', picture.ghost!));
  }

  private strokePass(picture: Picture, tilt: Matrix) {
    const { gl } = this, toClip = product(picture.view, tilt);
    const of = (onTop: boolean) => new Float32Array(picture.strokes.filter((stroke) => stroke.onTop === onTop).flatMap(
      (stroke) => triangles({ ...stroke, width_px: stroke.width_px * picture.scale }, toClip, gl.drawingBufferWidth, gl.drawingBufferHeight)));
    const behind = of(false), above = of(true);
    gl.disable(gl.CULL_FACE);
    gl.depthMask(false);
    this.blended(() => {
      this.drawFlat(behind, 1);
      gl.depthFunc(gl.GREATER);
      this.drawFlat(behind, 0.5);
      gl.depthFunc(gl.ALWAYS);
      this.drawFlat(above, 1);
    });
    gl.depthFunc(gl.LEQUAL);
    gl.depthMask(true);
    gl.enable(gl.CULL_FACE);
  }

  private drawFlat(vertices: Float32Array, strength: number) {
    const { gl } = this, program = this.programs.get('flat')!;
    if (vertices.length === 0) return;
    program.use();
    program.set('strength', strength);
    gl.bindVertexArray(this.flat);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.flatBuffer);
    gl.bufferData(gl.ARRAY_BUFFER, vertices, gl.STREAM_DRAW);
    gl.drawArrays(gl.TRIANGLES, 0, vertices.length / 8);
  }

  private blended(draw: () => void) {
    const { gl } = this;
    gl.enable(gl.BLEND);
    gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    draw();
    gl.disable(gl.BLEND);
  }
}

/// Bones and material as bytes behind the floats of each vertex: 48 bytes.
function packed(vertices: Float32Array): ArrayBuffer {
  const count = vertices.length / numbersPerVertex;
  const buffer = new ArrayBuffer(48 * count), floats = new Float32Array(buffer), bytes = new Uint8Array(buffer);
  for (let i = 0; i < count; ++i) {
    const at = numbersPerVertex * i;
    floats.set(vertices.subarray(at, at + 10), 12 * i);
    bytes.set(vertices.subarray(at + 10, at + 15), 48 * i + 40);
  }
  return buffer;
}
