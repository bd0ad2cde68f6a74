import * as v from 'valibot';
import { isSafeAddress } from '../id-token';

/** Refresh tokens first: revoking one ends its access tokens too, and it would live longest. */
export const tokenKinds = ['refresh_token', 'access_token'] as const;

/** A token that its org has to be told to revoke. */
const Revocation = v.object({
  issuer: v.pipe(v.string(), v.maxLength(1000), v.check(isSafeAddress)),
  clientId: v.pipe(v.string(), v.nonEmpty(), v.maxLength(300)),
  kind: v.picklist(tokenKinds),
  token: v.pipe(v.string(), v.nonEmpty(), v.maxLength(20_000)),
  /** When it was given up, in milliseconds since the epoch. */
  since: v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15)),
});
export type Revocation = v.InferOutput<typeof Revocation>;

const List = v.pipe(v.string(), v.parseJson(), v.array(v.unknown()));

const maxCount = 40;
/** Characters of the list as it is stored; a keychain's entries hold about 45,000. */
const maxStored = 36_000;

const day = 86_400_000;
/** The longest lives that an org's settings allow, or where they allow any the org server's (Okta, "Lifetime of JWT"). */
const maxAge = { refresh_token: 90 * day, access_token: day };

/** Entries that are none are left out; null where the text is no list at all. */
export function parseRevocations(text: string): Revocation[] | null {
  const list = v.safeParse(List, text);
  if (!list.success) return null;
  return list.output.flatMap((entry) => {
    const parsed = v.safeParse(Revocation, entry);
    return parsed.success ? [parsed.output] : [];
  });
}

/** As many as fit into a keychain, the most urgent first. */
export function formatRevocations(entries: readonly Revocation[]): string {
  const kept: Revocation[] = [];
  let length = 0;
  for (const entry of entries) {
    length += JSON.stringify(entry).length + 1;
    if (length > maxStored) break;
    kept.push(entry);
  }
  return JSON.stringify(kept);
}

/** What is still worth telling an org, each token once and the most urgent first. */
export function sortRevocations(entries: readonly Revocation[], now: number): Revocation[] {
  const byToken = new Map(entries.map((entry) => [entry.token, entry]));
  const urgency = ({ kind }: Revocation) => tokenKinds.indexOf(kind);
  return [...byToken.values()]
    .filter(({ kind, since, issuer }) => {
      // An org on this machine is a practice org, which forgets its tokens when it is closed.
      const limit = issuer.startsWith('http:') ? day : maxAge[kind];
      return now - since <= limit;
    })
    .sort((one, other) => urgency(one) - urgency(other) || other.since - one.since)
    .slice(0, maxCount);
}
