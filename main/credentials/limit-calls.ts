import type { Answer } from './keychain';

/**
 * Runs calls of a keychain that may wait for its owner without end. After `limit` milliseconds a
 * call counts as locked. It goes on holding a thread of Node's small pool, so until it ends every
 * other call is answered `locked` at once: four of them would stop the app's file access.
 */
export function limitCalls(limit: number) {
  let waiting: Promise<unknown> | null = null;

  return async function run<Value>(call: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
    if (waiting) return { kind: 'locked' };
    const answer = call();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Answer<Value>>((resolve) => {
      timer = setTimeout(() => {
        waiting = answer.finally(() => {
          waiting = null;
        });
        resolve({ kind: 'locked' });
      }, limit);
    });
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
