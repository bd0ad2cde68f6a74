import * as v from 'valibot';
import { audiences, type EventName, type EventPayload, events } from '../../preload/contract';
import type { Log } from '../log';
import type { Doorway } from '../platform';

/** Pushes an event of the contract; a payload that does not match its schema is not delivered. */
export type Publish = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;

export function createPublish({ doorway, log }: { doorway: Doorway; log: Log }): Publish {
  return (name, payload) => {
    const parsed = v.safeParse(events[name], payload);
    if (parsed.success) doorway.push(audiences[name], name, parsed.output);
    else log.error('ipc.failed', { channel: name, reason: 'invalid-event' });
  };
}
