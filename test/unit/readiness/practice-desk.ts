import * as v from 'valibot';
import { expect } from 'vitest';
import { createLog } from '../../../main/log';
import { startServer } from '../../../main/practice-org/server';
import { parsePolicy } from '../../../main/practice-org/policy/read';
import type { PolicyInput } from '../../../main/practice-org/policy/schema';
import type { Connection } from '../../../main/network/connection';

interface SeenRequest {
  readonly method: string;
  readonly path: string;
}

/** A practice org in this process, and what the settings hold of it. */
export interface PracticeDesk {
  readonly connection: Connection;
  /** Of an administrator who may read everything. */
  readonly apiToken: string;
  /** An access token with these scopes alone. */
  accessToken(...scopes: readonly string[]): Promise<string>;
  admin(path: string, init?: RequestInit): Promise<unknown>;
  requests(): Promise<readonly SeenRequest[]>;
  /** No user came of it, and nothing was sent that may not be. */
  expectOnlyReading(isAllowed: (method: string, path: string) => boolean): Promise<void>;
  close(): Promise<void>;
}

export async function startPracticeDesk(input: PolicyInput): Promise<PracticeDesk> {
  const reading = parsePolicy(input);
  if (!reading.ok) throw new Error(reading.problems.join('; '));
  const started = await startServer({ policy: reading.policy, log: createLog(() => {}) });
  if (!started.ok) throw new Error(started.reason);
  const { issuer, clientId, redirectUri, apiToken, admin: root } = started.addresses;

  async function admin(path: string, init?: RequestInit): Promise<unknown> {
    const answer = await fetch(`${root}/${path}`, init);
    const text = await answer.text();
    return text === '' ? null : JSON.parse(text);
  }

  const requests = async () => (await admin('requests')) as SeenRequest[];
  return {
    connection: {
      orgUrl: new URL(issuer).origin,
      issuer,
      clientId,
      redirectUri,
      scopes: ['openid', 'profile', 'email'],
    },
    apiToken,
    async accessToken(...scopes) {
      const answer = await admin('access-token', posted({ scopes }));
      return v.parse(v.object({ accessToken: v.string() }), answer).accessToken;
    },
    admin,
    requests,
    async expectOnlyReading(isAllowed) {
      expect(await admin('users')).toEqual([]);
      const foreign = (await requests()).filter(({ method, path }) => !isAllowed(method, path));
      expect(foreign).toEqual([]);
    },
    close: () => started.close(),
  };
}

/** A request with JSON to steer the org with. */
export function posted(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}
