import * as v from 'valibot';
import { empty, json, type Exchange, type Reply } from '../http/exchange';
import type { Route } from '../model/route';
import type { Org } from '../model/org';
import { InjectionRequest } from '../model/injections';

/** Lets whoever steers the org put any answer in place of the next one to a sign-up. */
export function nextRoutes(path: string): readonly Route[] {
  return [
    {
      method: 'GET',
      path,
      handle: (_, { switchboard }) => json(200, { waiting: switchboard.injections.waiting }),
    },
    { method: 'POST', path, handle: add },
    {
      method: 'DELETE',
      path,
      handle: (_, { switchboard }) => {
        switchboard.injections.clear();
        return empty(204);
      },
    },
  ];
}

function add({ body }: Exchange, { switchboard }: Org): Reply {
  const parsed = v.safeParse(InjectionRequest, body.kind === 'json' ? body.value : undefined);
  if (!parsed.success) {
    return json(400, {
      problems: [
        'an answer is {"status"?, "body", "headers"?, "times"?, "at"?}, or a list of them',
      ],
    });
  }
  switchboard.injections.add(Array.isArray(parsed.output) ? parsed.output : [parsed.output]);
  return empty(204);
}
