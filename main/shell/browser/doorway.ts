import type { Doorway } from '../../platform';
import type { EventStream } from './event-stream';

type Answer = Parameters<Doorway['handle']>[1];

/** The doorway of the browser shell, and the server's way to the calls it serves. */
export interface HttpDoorway extends Doorway {
  /** The call behind `channel`, or null where the app serves no such call at the moment. */
  find(channel: string): Answer | null;
}

export function createHttpDoorway(events: EventStream): HttpDoorway {
  const answers = new Map<string, Answer>();
  return {
    handle(channel, answer) {
      answers.set(channel, answer);
      return () => {
        if (answers.get(channel) === answer) answers.delete(channel);
      };
    },
    push: (audience, channel, payload) => events.push(audience, channel, payload),
    find: (channel) => answers.get(channel) ?? null,
  };
}
