// The engine on a thread of its own. The loader of the module stands before this in the same file.
import { buffers, Engine, type Module } from './engine_module';
import type { Call } from './protocol';

declare const stridelabEngine: (options: object) => Promise<Module>;

let ready: Promise<Engine>;

/// First comes {wasm: the compiled module}, then calls {id, name, asked}: answered one after the other.
self.onmessage = async ({ data }: MessageEvent) => {
  if (data.wasm) {
    const instantiateWasm = (imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void) => {
      void WebAssembly.instantiate(data.wasm as WebAssembly.Module, imports).then(receive);
      return {};
    };
    ready = stridelabEngine({ instantiateWasm }).then((module) => new Engine(module));
    ready.catch(() => self.postMessage({ fault: true }));
    return;
  }
  const engine = await ready;
  try {
    const answer = engine.call(data.name as Call, data.asked);
    (self as unknown as Worker).postMessage({ id: data.id, answer }, buffers(answer));
  } catch (fault) {
    self.postMessage({ id: data.id, answer: { refusal: String(fault) } });
  }
};
