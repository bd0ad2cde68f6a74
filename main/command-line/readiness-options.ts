import { parseArgs } from 'node:util';
import type { SettingsDraft } from '../../preload/contract/settings';

export type ReadinessOptions =
  | {
      readonly kind: 'run';
      readonly draft: SettingsDraft;
      /** Name of the environment variable that holds a read-only token. */
      readonly tokenVariable: string | null;
      readonly isJson: boolean;
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'bad'; readonly problem: string };

export const usage = `Usage: npm run readiness -- --org URL --client-id ID [--issuer URL]
         [--redirect-uri URI] [--token-env NAME] [--json]

  --org           the org URL, such as acme.okta.com
  --client-id     the client ID of the app
  --issuer        only with a custom authorization server
  --redirect-uri  where it differs from app.frontdesk.desktop:/callback
  --token-env     the environment variable with a read-only token
  --json          one JSON object on standard output

Exit status: 0 sign-up can start, 1 not ready, 2 could not tell.
`;

/** Reads the parameters; what they hold is checked by the rules of the settings. */
export function parseReadinessOptions(args: readonly string[]): ReadinessOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        org: { type: 'string' },
        'client-id': { type: 'string' },
        issuer: { type: 'string' },
        'redirect-uri': { type: 'string' },
        'token-env': { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return { kind: 'help' };
    const missing = (['org', 'client-id'] as const).find((name) => values[name] === undefined);
    if (missing) return { kind: 'bad', problem: `--${missing} is missing` };
    const tokenVariable = values['token-env'] ?? null;
    // Not repeated: it may be the token, by mistake.
    if (tokenVariable !== null && !/^[A-Za-z_]\w*$/.test(tokenVariable)) {
      return { kind: 'bad', problem: '--token-env takes the name of an environment variable' };
    }
    return {
      kind: 'run',
      draft: {
        orgUrl: values.org ?? '',
        clientId: values['client-id'] ?? '',
        issuer: values.issuer ?? '',
        redirectUri: values['redirect-uri'] ?? '',
      },
      tokenVariable,
      isJson: values.json,
    };
  } catch (error) {
    return { kind: 'bad', problem: error instanceof Error ? error.message : String(error) };
  }
}
