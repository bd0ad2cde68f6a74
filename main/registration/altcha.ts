import { hash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Challenge, Payload } from 'altcha-lib/v1/types';
import { asNumber, asRecord, asString } from './idx/json';

/** Okta asks for far less; an org that asks for more would only heat this machine. */
const largestNumber = 5_000_000;
/** Characters of each part: an expiry and some random bytes. A long salt is hashed at every try. */
const longestPart = 1_000;
/** Tried before other work gets its turn: about a millisecond. */
const slice = 2_000;

const hashes = { 'SHA-1': 'sha1', 'SHA-256': 'sha256', 'SHA-512': 'sha512' } as const;

/**
 * Solves ALTCHA's proof of work, in the version that Okta uses (1): finds the number that, after the
 * salt, has the hash that the challenge names. Not with the library's solver, which waits for a
 * thread at every single hash and takes fifty times as long.
 *
 * @returns the token that the form posts, or null where there is no answer to this challenge.
 */
export async function solveAltcha(received: unknown, signal: AbortSignal): Promise<string | null> {
  const challenge = readChallenge(received);
  if (!challenge) return null;
  const { algorithm, salt, signature } = challenge;
  const started = performance.now();
  const last = Math.min(challenge.maxnumber ?? largestNumber, largestNumber);
  for (let number = 0; number <= last; number += 1) {
    if (number % slice === 0) {
      await nextTurn();
      if (signal.aborted) return null;
    }
    if (hash(hashes[algorithm], `${salt}${number}`, 'hex') !== challenge.challenge) continue;
    const took = Math.round(performance.now() - started);
    const payload: Payload & { took: number } = {
      algorithm,
      challenge: challenge.challenge,
      number,
      salt,
      signature,
      took,
    };
    return Buffer.from(JSON.stringify(payload)).toString('base64');
  }
  return null;
}

function readChallenge(received: unknown): Challenge | null {
  const record = asRecord(received);
  const [challenge, salt, signature] = ['challenge', 'salt', 'signature'].map((name) =>
    asString(record?.[name]),
  );
  const algorithm = asString(record?.['algorithm'])?.toUpperCase() ?? 'SHA-256';
  if (challenge === undefined || salt === undefined || signature === undefined) return null;
  if (!isAlgorithm(algorithm)) return null;
  if ([challenge, salt, signature].some(({ length }) => length > longestPart)) return null;
  const maxnumber = asNumber(record?.['maxnumber'] ?? record?.['maxNumber']);
  return {
    algorithm,
    challenge,
    salt,
    signature,
    ...(maxnumber === undefined ? {} : { maxnumber }),
  };
}

function isAlgorithm(name: string): name is Challenge['algorithm'] {
  return Object.hasOwn(hashes, name);
}
