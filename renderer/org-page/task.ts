/** What main asks of this page; the JSON of `./verify/task`. */
export interface PageTask {
  /** BCP 47 tag. */
  readonly language: string;
  readonly task: CaptchaTask | PasskeyTask;
}

export interface CaptchaTask {
  readonly kind: 'captcha';
  readonly provider: 'hcaptcha' | 'recaptcha';
  readonly siteKey: string;
  readonly script: string;
}

type CreationOptions = PublicKeyCredentialCreationOptions;

export interface PasskeyTask {
  readonly kind: 'passkey';
  /** As Okta sends them: byte strings in base64url. */
  readonly options: Omit<CreationOptions, 'challenge' | 'user' | 'excludeCredentials'> & {
    readonly challenge: string;
    readonly user: Omit<CreationOptions['user'], 'id'> & { readonly id: string };
  };
  readonly existing: readonly string[];
}

/** What became of it, for main. */
export type Outcome =
  | { readonly kind: 'done'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'dismissed' | 'failed' | 'unavailable' | 'already-registered' };

/** The page's address, with its ticket, is the key to all three. */
function address(name: 'task' | 'result' | 'left'): URL {
  return new URL(`./verify/${name}${location.search}`, location.href);
}

/** Null where the page is not waited for any more. */
export async function readTask(): Promise<PageTask | null> {
  try {
    const answer = await fetch(address('task'));
    return answer.ok ? ((await answer.json()) as PageTask) : null;
  } catch {
    return null;
  }
}

/** False where nobody waits for it any more. */
export async function sendOutcome(outcome: Outcome): Promise<boolean> {
  try {
    const answer = await fetch(address('result'), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(outcome),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

/** Says that the page is being left: closed, or loaded anew, which the next question tells. */
export function sayLeft(): void {
  navigator.sendBeacon(address('left'));
}
