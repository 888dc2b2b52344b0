// Keeps the page for use without a network: all files at once when it is installed, a new version as a new cache.
declare const VERSION: string;
declare const FILES: string[];
declare const self: ServiceWorkerGlobalScope;

const name = `stridelab-${VERSION}`;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  const old = (names: string[]) => names.filter((other) => other.startsWith('stridelab-') && other !== name);
  event.waitUntil(caches.keys().then((names) => Promise.all(old(names).map((other) => caches.delete(other)))).then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET' || new URL(event.request.url).origin !== location.origin) return;
  event.respondWith(caches.open(name).then(async (cache) => (await cache.match(event.request, { ignoreSearch: true })) ?? fetch(event.request)));
});
export {};
