import { allCalls, type Bridge, type EventName, type EventPayload, events } from '../contract';
import { channelName } from '../contract/define';

/** How a call and an event travel between the renderer and main. */
export interface Transport {
  invoke(channel: string, request: unknown): Promise<unknown>;
  subscribe(channel: string, listener: (payload: unknown) => void): () => void;
}

/** Derives the whole bridge from the contract; a transport that throws becomes `unreachable`. */
export function createBridge(transport: Transport): Bridge {
  const areas = Object.entries(allCalls).map(([area, names]) => [
    area,
    Object.fromEntries(
      Object.keys(names).map((name) => [
        name,
        async (request: unknown) => {
          try {
            return await transport.invoke(channelName(area, name), request);
          } catch {
            return {
              ok: false,
              error: { code: 'unreachable', reference: null, retryAfter: null },
            };
          }
        },
      ]),
    ),
  ]);
  return {
    ...(Object.fromEntries(areas) as Omit<Bridge, 'on'>),
    on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void) {
      if (!Object.hasOwn(events, name)) return () => {};
      return transport.subscribe(name, (payload) => listener(payload as EventPayload<Name>));
    },
  };
}
