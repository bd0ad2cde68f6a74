import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { startServerProcess } from './server-process';

const Announcement = v.strictObject({
  issuer: v.string(),
  clientId: v.string(),
  redirectUri: v.string(),
  outbox: v.string(),
  admin: v.string(),
  apiToken: v.string(),
});

/** A message of the practice org, as its outbox lists it. */
const SentMessage = v.strictObject({
  id: v.string(),
  to: v.string(),
  channel: v.picklist(['email', 'sms', 'voice']),
  subject: v.optional(v.string()),
  text: v.string(),
  code: v.optional(v.string()),
  link: v.optional(v.string()),
  sentAt: v.string(),
});
export type SentMessage = v.InferOutput<typeof SentMessage>;

export interface RunningPracticeOrg {
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly outboxUrl: string;
  readonly adminUrl: string;
  readonly apiToken: string;
  outbox(): Promise<SentMessage[]>;
  /** The code last sent to an address or number; waits until there is one that is not `other`. */
  latestCode(to: string, other?: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the built practice org with a preset's name or a policy of its own. */
export async function startPracticeOrg(
  policy: string | Readonly<Record<string, unknown>> = 'default',
  { port }: { port?: number } = {},
): Promise<RunningPracticeOrg> {
  const scratch = await mkdtemp(join(tmpdir(), 'practice-org-'));
  const file = join(scratch, 'policy.json');
  if (typeof policy !== 'string') await writeFile(file, JSON.stringify(policy));
  const server = await startServerProcess('practice-org.js', [
    '--policy',
    typeof policy === 'string' ? policy : file,
    ...(port === undefined ? [] : ['--port', String(port)]),
  ]);
  const announced = v.parse(Announcement, server.announcement);
  const outboxUrl = announced.outbox;

  const outbox = async () => v.parse(v.array(SentMessage), await (await fetch(outboxUrl)).json());
  return {
    issuer: announced.issuer,
    clientId: announced.clientId,
    redirectUri: announced.redirectUri,
    outboxUrl,
    adminUrl: announced.admin,
    apiToken: announced.apiToken,
    outbox,
    async latestCode(to, other) {
      const deadline = Date.now() + 10_000;
      while (Date.now() < deadline) {
        const sent = (await outbox())
          .filter((message) => message.to === to && message.code !== undefined)
          .sort((one, another) => another.sentAt.localeCompare(one.sentAt));
        if (sent[0]?.code !== undefined && sent[0].code !== other) return sent[0].code;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`No code arrived for ${to}.`);
    },
    async stop() {
      await server.stop();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}
