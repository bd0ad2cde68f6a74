import { connect } from 'node:net';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { openLoopbackServer } from '../../../../main/shell/loopback/server';

async function open() {
  const server = await openLoopbackServer();
  onTestFinished(() => server.close());
  return server;
}

/** Whether something listens there. Every address that begins with 127 is this machine's on Linux. */
function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}

it.runIf(process.platform === 'linux')('listens at one address of this machine', async () => {
  const { port } = await open();
  expect(await listens('127.0.0.1', port)).toBe(true);
  expect(await listens('127.0.0.2', port)).toBe(false);
});

it('answers that it is not ready before it serves', async () => {
  const { port } = await open();
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(503);
});

it('stops at once, whoever is still connected', async () => {
  const server = await openLoopbackServer();
  server.serve((_request, response) => response.write('the first of many'));
  const page = await fetch(`http://127.0.0.1:${server.port}/`);
  const idle = connect({ host: '127.0.0.1', port: server.port });
  await once(idle, 'connect');
  const ended = once(idle, 'close');
  await server.close();
  await ended;
  await expect(page.text()).rejects.toThrow();
});
