import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import {
  type CallDefinition,
  type CallTable,
  channelName,
  fail,
  type Handlers,
  ok,
  type Result,
} from '../../preload/contract/define';
import { type Audience, audienceOf } from '../../preload/contract';
import type { Log } from '../log';
import type { Doorway, SenderVerdict } from '../platform';
import { placeOf } from '../unforeseen';

interface Context {
  doorway: Doorway;
  log: Log;
}

type AnyHandler = (request: unknown) => Promise<Result<unknown, string>>;

/**
 * Answers every call of `calls` on the doorway until the returned function is called.
 *
 * It fails closed: a sender that is not the app's own top frame, a page that does not show the person
 * and asks for what is theirs, a request or an answer that does
 * not match its schema, an error code that was not declared and a handler that throws are refused
 * and logged without their contents.
 */
export function serve<Calls extends CallTable>(
  calls: Calls,
  handlers: Handlers<Calls>,
  { doorway, log }: Context,
): () => void {
  const disposers = Object.entries(calls).flatMap(([area, names]) => {
    const audience = audienceOf(area);
    return Object.entries(names).map(([name, definition]) => {
      const channel = channelName(area, name);
      const handler = handlerOf(handlers, area, name);
      return doorway.handle(channel, (sender, request) =>
        answer({ channel, audience, definition, handler, log }, sender, request),
      );
    });
  });
  return () => {
    for (const dispose of disposers) dispose();
  };
}

function handlerOf(handlers: object, area: string, name: string): AnyHandler {
  const handler: unknown = Reflect.get(Reflect.get(handlers, area) as object, name);
  if (typeof handler !== 'function') throw new Error(`No handler for ${channelName(area, name)}`);
  return (request) => Reflect.apply(handler, undefined, [request]) as ReturnType<AnyHandler>;
}

interface Served {
  readonly channel: string;
  readonly audience: Audience;
  readonly definition: CallDefinition;
  readonly handler: AnyHandler;
  readonly log: Log;
}

async function answer(
  served: Served,
  sender: SenderVerdict,
  request: unknown,
): Promise<Result<unknown, string>> {
  const { channel, audience, definition, handler, log } = served;
  if (sender !== 'trusted' && !(sender === 'bystander' && audience === 'all')) {
    log.warn('ipc.refused', { channel, reason: sender });
    return fail('refused');
  }
  const parsed = v.safeParse(definition.request, request);
  // An empty array would pass as an object without keys.
  if (!parsed.success || Array.isArray(request)) {
    log.warn('ipc.refused', { channel, reason: 'invalid-request' });
    return fail('invalid-request');
  }
  try {
    return checkedAnswer(served, await handler(parsed.output));
  } catch (error) {
    const reference = randomUUID();
    log.error('ipc.failed', { channel, reference, detail: placeOf(error) });
    return fail('internal', { reference });
  }
}

function checkedAnswer(
  { channel, definition, log }: { channel: string; definition: CallDefinition; log: Log },
  result: Result<unknown, string>,
): Result<unknown, string> {
  if (!result.ok) {
    const { code, reference, retryAfter, host } = result.error;
    if (definition.errors.includes(code)) return fail(code, { reference, retryAfter, host });
  } else {
    const parsed = v.safeParse(definition.response, result.value);
    if (parsed.success) return ok(parsed.output);
  }
  const reference = randomUUID();
  log.error('ipc.failed', { channel, reference, reason: 'invalid-response' });
  return fail('internal', { reference });
}
