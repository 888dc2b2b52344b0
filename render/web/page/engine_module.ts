// The WebAssembly module behind plain functions. Used by the worker, and by the tests under Node.
import type { Call, Requests } from './protocol';

/// What Emscripten's loader gives.
export interface Module {
  HEAPF64: Float64Array; HEAPF32: Float32Array; HEAPU32: Uint32Array;
  _malloc(bytes: number): number; _free(at: number): void;
  UTF8ToString(at: number): string; stringToUTF8(text: string, at: number, bytes: number): void;
  lengthBytesUTF8(text: string): number;
  _stridelab_catalogue(): number; _stridelab_scenarios(): number; _stridelab_resolve(request: number): number;
  _stridelab_solve(request: number): number; _stridelab_sample(request: number): number;
}

interface ArrayName { at: number; length: number }

export class Engine {
  constructor(private readonly module: Module) {}

  call<C extends Call>(name: C, asked: Requests[C]['asked']): Requests[C]['answer'] {
    const began = performance.now();
    const answer = JSON.parse(this.text(name, JSON.stringify(asked)));
    if (name === 'solve' && answer.curves) {
      for (const side of ['a', 'b']) answer.curves[side] = this.copy(this.module.HEAPF64, answer.curves[side]);
      answer.solve_ms = performance.now() - began;
    }
    if (name === 'sample' && answer.strokes) {
      answer.strokes = this.copy(this.module.HEAPF32, answer.strokes);
      for (const side of ['a', 'b']) {
        const figure = answer[side];
        for (const part of ['bones', 'places']) figure[part] = this.copy(this.module.HEAPF32, figure[part]);
        if (!figure.mesh) continue;
        figure.mesh.vertices = this.copy(this.module.HEAPF32, figure.mesh.vertices);
        figure.mesh.indices = this.copy(this.module.HEAPU32, figure.mesh.indices);
      }
    }
    return answer;
  }

  private text(name: Call, request: string): string {
    const bytes = this.module.lengthBytesUTF8(request) + 1;
    const at = this.module._malloc(bytes);
    this.module.stringToUTF8(request, at, bytes);
    const answer = this.module.UTF8ToString(this.module[`_stridelab_${name}`](at));
    this.module._free(at);
    return answer;
  }

  private copy<A extends Float64Array | Float32Array | Uint32Array>(memory: A, name: ArrayName): A {
    const from = name.at / memory.BYTES_PER_ELEMENT;
    return memory.slice(from, from + name.length) as A;
  }
}

/// Every buffer of an answer, to be handed over instead of copied.
export function buffers(answer: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(answer)) return [answer.buffer as ArrayBuffer];
  if (answer === null || typeof answer !== 'object') return [];
  return Object.values(answer).flatMap(buffers);
}
