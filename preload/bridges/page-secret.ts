/** What this page shows to the server besides the cookie, and what the server shows to it. */
export interface PageSecret {
  readonly key: string;
  readonly countersign: string;
}

/** What is used of the page's window. */
export interface PageParts {
  readonly address: URL;
  /** Puts another address in the place of this one, also in the tab's history. */
  replaceAddress(path: string): void;
  /** Exchanges the link's token; null where the server refuses. */
  enter(token: string): Promise<unknown>;
  /** Of this tab and this origin alone, its port included; what is in it survives a reload. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** Reaches the other tabs of this origin. */
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;
}

export const secretName = 'frontdesk-secret';

/** Milliseconds in which another tab answers, also one in the background. */
const patience = 1_500;

/**
 * The secret of this page: from the link that opened it, else what this tab kept over a reload,
 * else from another tab of the same origin. Null where none of them has it. A cookie reaches every
 * port of this machine, this does not: a script of another port is of another origin.
 */
export async function obtainSecret(parts: PageParts): Promise<PageSecret | null> {
  const secret = (await enterByLink(parts)) ?? keptSecret(parts) ?? (await askOtherTabs(parts));
  if (!secret) return null;
  keep(parts, secret);
  parts.channel.addEventListener('message', ({ data }) => {
    if (data === 'secret-wanted') parts.channel.postMessage(secret);
  });
  return secret;
}

async function enterByLink({ address, replaceAddress, enter }: PageParts) {
  if (address.pathname !== '/open') return null;
  // Before anything else: whatever happens next, the token is not in the way back.
  replaceAddress('/');
  return readSecret(await enter(address.searchParams.get('token') ?? ''));
}

function keptSecret({ storage }: PageParts): PageSecret | null {
  try {
    return readSecret(JSON.parse(storage.getItem(secretName) ?? 'null'));
  } catch {
    return null;
  }
}

function keep({ storage }: PageParts, secret: PageSecret): void {
  try {
    storage.setItem(secretName, JSON.stringify(secret));
  } catch {
    // A browser that keeps nothing asks for a new link after a reload.
  }
}

function askOtherTabs({ channel }: PageParts): Promise<PageSecret | null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), patience);
    channel.addEventListener('message', ({ data }) => {
      const secret = readSecret(data);
      if (secret) resolve(secret);
    });
    channel.postMessage('secret-wanted');
  });
}

function readSecret(value: unknown): PageSecret | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('key' in value) || !('countersign' in value)) return null;
  const { key, countersign } = value;
  return typeof key === 'string' && typeof countersign === 'string' ? { key, countersign } : null;
}
