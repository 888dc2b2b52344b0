// The page's side of the worker.
import type { Call, Requests } from './protocol';

/// In the file that holds everything: the worker's text and the module, packed. Else both are fetched.
interface Inline { worker: string; wasm: string }
declare global { interface Window { stridelabInline?: Inline } }

async function unpacked(base64: string): Promise<WebAssembly.Module> {
  const packed = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

export class EngineClient {
  private readonly waiting = new Map<number, (answer: never) => void>();
  private last = 0;

  private constructor(private readonly worker: Worker, onFault: () => void) {
    worker.onerror = onFault;
    worker.onmessage = ({ data }) => {
      if (data.fault) return onFault();
      this.waiting.get(data.id)?.(data.answer as never);
      this.waiting.delete(data.id);
    };
  }

  static async open(onFault: () => void): Promise<EngineClient> {
    const inline = window.stridelabInline;
    // Compiled while it comes, and beside the loading of the worker.
    const wasm = inline ? unpacked(inline.wasm) : WebAssembly.compileStreaming(fetch('engine.wasm'));
    const address = inline ? URL.createObjectURL(new Blob([inline.worker], { type: 'text/javascript' })) : 'worker.js';
    const client = new EngineClient(new Worker(address), onFault);
    client.worker.postMessage({ wasm: await wasm });
    return client;
  }

  ask<C extends Call>(name: C, asked: Requests[C]['asked']): Promise<Requests[C]['answer']> {
    return new Promise((resolve) => {
      this.waiting.set(++this.last, resolve as (answer: never) => void);
      this.worker.postMessage({ id: this.last, name, asked });
    });
  }
}
