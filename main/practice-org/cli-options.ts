import { parseArgs } from 'node:util';
import { readPolicy } from './policy/read';
import { presetNames } from './policy/presets';
import type { Policy } from './policy/schema';

export type CliOptions =
  | { readonly kind: 'run'; readonly port: number; readonly policy: Policy }
  | { readonly kind: 'help' }
  | { readonly kind: 'bad'; readonly problems: readonly string[] };

export const usage = `Usage: npm run practice-org -- [--port N] [--policy NAME|FILE]

  --port N       0 to 65535; any free port when 0 or left out
  --policy       one of ${presetNames.join(', ')},
                 or a JSON file (docs/practice-org.md)
`;

export function parseCliOptions(args: readonly string[]): CliOptions {
  let values: {
    port?: string | undefined;
    policy?: string | undefined;
    help?: boolean | undefined;
  };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        policy: { type: 'string', default: 'default' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    return { kind: 'bad', problems: [error instanceof Error ? error.message : String(error)] };
  }
  if (values.help) return { kind: 'help' };
  const port = parsePort(values.port);
  const reading = readPolicy(values.policy ?? 'default');
  const problems = [
    ...(port === null ? [`--port is "${values.port}", allowed is 0 to 65535`] : []),
    ...(reading.ok ? [] : reading.problems),
  ];
  if (port === null || !reading.ok) return { kind: 'bad', problems };
  return { kind: 'run', port, policy: reading.policy };
}

function parsePort(text: string | undefined): number | null {
  if (text === undefined) return 0;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65_535 ? port : null;
}
