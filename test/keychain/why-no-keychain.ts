import { spawnSync } from 'node:child_process';

interface SystemKeychain {
  readonly platform: NodeJS.Platform;
  /** Whether a command ends well within three seconds: one that asks somebody does not. */
  succeeds(program: string, parameters: readonly string[]): boolean;
  /** Writes an entry, reads and deletes it. */
  tryOut(service: string): Promise<void>;
  /** Milliseconds for that: longer means that somebody is asked. */
  readonly limit: number;
}

const thisSystem: SystemKeychain = {
  platform: process.platform,
  succeeds: (program, parameters) =>
    spawnSync(program, parameters, { stdio: 'ignore', timeout: 3_000 }).status === 0,
  async tryOut(service) {
    const { default: keytar } = await import('keytar');
    await keytar.setPassword(service, 'try-out', 'value');
    const read = await keytar.getPassword(service, 'try-out');
    await keytar.deletePassword(service, 'try-out');
    if (read !== 'value') throw new Error('it does not give back what it was given');
  },
  limit: 5_000,
};

/**
 * Why the tests leave the system's keychain alone, or null where they may use it. A session without
 * a person, over SSH or in a build, has a locked keychain or none, and a test must open no dialog.
 */
export async function whyNoKeychain(
  service: string,
  { platform, succeeds, tryOut, limit }: SystemKeychain = thisSystem,
): Promise<string | null> {
  if (platform !== 'darwin' && platform !== 'win32') {
    return 'on Linux the tests have a Secret Service of their own';
  }
  if (platform === 'darwin' && !succeeds('security', ['show-keychain-info'])) {
    return 'the login keychain is locked';
  }
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('it does not answer: somebody is asked'), limit);
  });
  const tried = tryOut(service).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : 'it cannot be used'),
  );
  try {
    return await Promise.race([tried, late]);
  } finally {
    clearTimeout(timer);
  }
}
