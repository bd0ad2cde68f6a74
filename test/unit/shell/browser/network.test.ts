import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openNetwork } from '../../../../main/shell/browser/network';

let seen: { cookie: string | undefined; accept: string | undefined; port: number | undefined }[];
let url: string;
const server = createServer((request, response) => {
  const { cookie, accept } = request.headers;
  seen.push({ cookie, accept, port: request.socket.remotePort });
  if (request.url === '/never') return;
  response.setHeader('set-cookie', 'device=canary; Path=/');
  response.setHeader('cache-control', 'max-age=1000');
  response.end('ok');
});

beforeEach(async () => {
  seen = [];
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

it('shows the next person neither a cookie, an answer nor a connection of the last', async () => {
  for (let person = 0; person < 2; person++) {
    const network = openNetwork();
    await (await network.fetch(url, { headers: { accept: 'text/plain' } })).text();
    await (await network.fetch(new Request(url, { headers: { accept: 'text/plain' } }))).text();
    await network.close();
  }
  expect(seen.map(({ cookie }) => cookie)).toEqual([undefined, undefined, undefined, undefined]);
  expect(seen.map(({ accept }) => accept)).toEqual(Array(4).fill('text/plain'));
  expect(new Set(seen.map(({ port }) => port)).size).toBe(4);
});

it('drops what is on its way when it is closed, and refuses what comes later', async () => {
  const network = openNetwork();
  const waiting = network.fetch(`${url}/never`);
  const refused = expect(waiting).rejects.toThrow(/abort/i);
  await network.close();
  await refused;
  await expect(network.fetch(url)).rejects.toThrow(/abort/i);
});

it('is aborted by the caller’s own signal too', async () => {
  const asked = new AbortController();
  const waiting = openNetwork().fetch(`${url}/never`, { signal: asked.signal });
  const refused = expect(waiting).rejects.toThrow(/abort/i);
  asked.abort();
  await refused;
});
