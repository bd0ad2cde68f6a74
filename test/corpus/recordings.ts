import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writtenAnswers } from './written';

/** An answer to `introspect`, as it goes over the wire. */
export interface Recording {
  readonly name: string;
  readonly status: number;
  /** With the hosts it was recorded at. */
  readonly text: string;
}

export type FoundRecordings =
  | { readonly kind: 'found'; readonly recordings: readonly Recording[] }
  | { readonly kind: 'absent'; readonly reason: string };

const beside = fileURLToPath(new URL('../../../shared/idx-corpus', import.meta.url));

/** Answers that Identity Engine orgs gave, in a folder of JSON files outside the project. */
export function findRecordings(): FoundRecordings {
  const named = process.env['IDX_CORPUS'];
  const folder = named === undefined || named === '' ? beside : named;
  const files = existsSync(folder)
    ? readdirSync(folder).filter((file) => file.endsWith('.json'))
    : [];
  if (files.length === 0) {
    const place = named ? `the folder ${folder}, which IDX_CORPUS names` : 'a folder beside it';
    return {
      kind: 'absent',
      reason: `Recorded answers are no part of the project, and there are none in ${place}.`,
    };
  }
  const recordings = files.sort().map((file) => {
    const name = file.replace(/\.json$/, '');
    return { name, status: statusOf(name), text: readFileSync(join(folder, file), 'utf8') };
  });
  return { kind: 'found', recordings };
}

/** Further answers of the same family, written for this suite. */
export function writtenRecordings(): Recording[] {
  return Object.entries(writtenAnswers).map(([name, body]) => ({
    name: `written: ${name}`,
    status: statusOf(name),
    text: typeof body === 'string' ? body : JSON.stringify(body),
  }));
}

/** A form redrawn with its errors comes with a 4xx, any other answer with 200. */
function statusOf(name: string): number {
  if (!name.startsWith('error-')) return 200;
  const named = /^error-(4\d\d)-/.exec(name)?.[1];
  return named === undefined ? 400 : Number(named);
}
