import { parseArgs } from 'node:util';
import { misconfigurations, type Misconfiguration } from '../../preload/contract/misconfigurations';
import { readPolicy } from './policy/read';
import { presetNames } from './policy/presets';
import type { Policy } from './policy/schema';

export type CliOptions =
  | { readonly kind: 'run'; readonly port: number; readonly policy: Policy }
  | { readonly kind: 'help' }
  | { readonly kind: 'list-misconfigurations' }
  | { readonly kind: 'bad'; readonly problems: readonly string[] };

export const usage = `Usage: npm run practice-org -- [--port N] [--policy NAME|FILE] [--misconfigure NAME]...

  --port N       0 to 65535; any free port when 0 or left out
  --policy       one of ${presetNames.join(', ')},
                 or a JSON file (docs/practice-org.md)
  --misconfigure one known way to set an org up wrong; may be given several times
  --list-misconfigurations
                 prints their names as JSON, and ends
`;

interface Given {
  port?: string | undefined;
  policy?: string | undefined;
  misconfigure?: string[] | undefined;
  'list-misconfigurations'?: boolean | undefined;
  help?: boolean | undefined;
}

export function parseCliOptions(args: readonly string[]): CliOptions {
  let values: Given;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        policy: { type: 'string', default: 'default' },
        misconfigure: { type: 'string', multiple: true },
        'list-misconfigurations': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    return { kind: 'bad', problems: [error instanceof Error ? error.message : String(error)] };
  }
  if (values.help) return { kind: 'help' };
  if (values['list-misconfigurations']) return { kind: 'list-misconfigurations' };
  const port = parsePort(values.port);
  const reading = readPolicy(values.policy ?? 'default');
  const { known, unknown } = sortNames(values.misconfigure ?? []);
  const problems = [
    ...(port === null ? [`--port is "${values.port}", allowed is 0 to 65535`] : []),
    ...(reading.ok ? [] : reading.problems),
    ...unknown.map(
      (name) => `--misconfigure is "${name}", allowed is ${misconfigurations.join(', ')}`,
    ),
  ];
  if (port === null || !reading.ok || unknown.length > 0) return { kind: 'bad', problems };
  const { policy } = reading;
  const all = [...new Set([...policy.misconfigurations, ...known])];
  return { kind: 'run', port, policy: { ...policy, misconfigurations: all } };
}

function sortNames(names: readonly string[]) {
  const isKnown = (name: string): name is Misconfiguration =>
    misconfigurations.some((known) => known === name);
  return { known: names.filter(isKnown), unknown: names.filter((name) => !isKnown(name)) };
}

function parsePort(text: string | undefined): number | null {
  if (text === undefined) return 0;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65_535 ? port : null;
}
