import { createServer, type RequestListener, type Server } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { canReach } from '../../../main/launch/can-reach.mjs';

async function listen(listener: RequestListener, prepare: (server: Server) => void = () => {}) {
  const server = createServer(listener);
  prepare(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

it('reaches a host that answers, whatever it says', async () => {
  const host = await listen((_request, response) => response.writeHead(404).end());
  expect(await canReach(host, {})).toBe(true);
});

it('does not wait for one that takes a call and says nothing', async () => {
  const host = await listen(() => {});
  expect(await canReach(host, {}, 200)).toBe(false);
});

it('does not reach one where nothing listens, nor what is no address', async () => {
  expect(await canReach('http://127.0.0.1:1', {})).toBe(false);
  expect(await canReach('no address', {})).toBe(false);
});

it.each([
  [200, true],
  [403, false],
])('goes through the proxy: %d is %s', async (status, isReached) => {
  const asked: (string | undefined)[] = [];
  const proxy = await listen(
    () => {},
    (server) =>
      server.on('connect', ({ url, headers }, socket) => {
        asked.push(url, headers['proxy-authorization']);
        socket.end(`HTTP/1.1 ${status} so it is\r\n\r\n`);
      }),
  );
  const environment = { HTTPS_PROXY: proxy.replace('//', '//ada:word@') };
  expect(await canReach('https://browsers.example', environment)).toBe(isReached);
  expect(asked).toEqual(['browsers.example:443', `Basic ${btoa('ada:word')}`]);
});
