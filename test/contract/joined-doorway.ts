import type { EventName } from '../../preload/contract';
import type { Transport } from '../../preload/bridges/bridge';
import type { Doorway, SenderVerdict } from '../../main/platform';

type Answer = (sender: SenderVerdict, request: unknown) => Promise<unknown>;

/** Both ends of the doorway in one process; everything is cloned on its way, as IPC does. */
export interface JoinedDoorway {
  readonly doorway: Doorway;
  readonly transport: Transport;
  /** Everything that crossed towards the renderer. */
  readonly crossed: unknown[];
  /** Channels that are answered at the moment. */
  readonly channels: () => string[];
  /** Calls as the given sender. */
  callAs(sender: SenderVerdict, channel: string, request: unknown): Promise<unknown>;
}

export function joinDoorway(): JoinedDoorway {
  const answers = new Map<string, Answer>();
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const crossed: unknown[] = [];

  async function callAs(sender: SenderVerdict, channel: string, request: unknown) {
    const answer = answers.get(channel);
    if (!answer) throw new Error(`No handler for ${channel}`);
    const result: unknown = structuredClone(await answer(sender, structuredClone(request)));
    crossed.push(result);
    return result;
  }

  return {
    crossed,
    channels: () => [...answers.keys()],
    callAs,
    doorway: {
      handle(channel, answer) {
        if (answers.has(channel)) throw new Error(`Second handler for ${channel}`);
        answers.set(channel, answer);
        return () => answers.delete(channel);
      },
      push(_audience, channel: EventName, payload) {
        const cloned: unknown = structuredClone(payload);
        crossed.push(cloned);
        for (const listener of listeners.get(channel) ?? []) listener(cloned);
      },
    },
    transport: {
      invoke: (channel, request) => callAs('trusted', channel, request),
      subscribe(channel, listener) {
        const own = listeners.get(channel) ?? new Set();
        listeners.set(channel, own.add(listener));
        return () => own.delete(listener);
      },
    },
  };
}
