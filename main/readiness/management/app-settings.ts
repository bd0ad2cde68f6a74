import type { CauseId } from '../causes/cause-id';
import type { ConsolePath } from '../causes/console-paths';
import { inside, type Json, textsOf } from '../json';
import { failed, type Outcome, pass, type Seen, warn } from '../outcome';
import { missingApp } from './app-assignment';
import { show } from './show';
import type { Subject } from './subject';

interface Row {
  readonly label: Seen['label'];
  readonly path: readonly string[];
  readonly console: ConsolePath;
  /** What is wrong with this value, if anything. */
  readonly cause?: (value: unknown, redirectUri: string) => CauseId | null;
}

const client = ['settings', 'oauthClient'] as const;
const grantNames = ['interaction_code', 'urn:okta:params:oauth:grant-type:interaction_code'];

const rows: readonly Row[] = [
  {
    label: 'appStatus',
    path: ['status'],
    console: 'general',
    cause: (value) => (value === 'ACTIVE' ? null : 'client-inactive'),
  },
  {
    label: 'applicationType',
    path: [...client, 'application_type'],
    console: 'general',
    cause(value) {
      if (value === 'service') return 'service-app';
      return value === 'native' || value === 'browser' ? null : 'web-app';
    },
  },
  {
    label: 'clientAuthentication',
    path: ['credentials', 'oauthClient', 'token_endpoint_auth_method'],
    console: 'general',
    cause: (value) => (value === 'none' ? null : 'web-app'),
  },
  {
    label: 'grantTypes',
    path: [...client, 'grant_types'],
    console: 'grants',
    cause: (value) =>
      textsOf(value).some((grant) => grantNames.includes(grant)) ? null : 'grant-not-on-app',
  },
  {
    label: 'redirectUris',
    path: [...client, 'redirect_uris'],
    console: 'redirects',
    cause: (value, uri) => (isListed(textsOf(value), uri) ? null : 'redirect-uri-missing'),
  },
  {
    label: 'dpop',
    path: [...client, 'dpop_bound_access_tokens'],
    console: 'general',
    cause: (value) => (value === true ? 'dpop-required' : null),
  },
  { label: 'issuerMode', path: [...client, 'issuer_mode'], console: 'signOn' },
  { label: 'network', path: [...client, 'network', 'connection'], console: 'appNetwork' },
  { label: 'consent', path: [...client, 'consent_method'], console: 'appNetwork' },
];

/** Is the app one that a desktop app can be: active, native, without a secret, with the grant? */
export async function checkAppSettings(subject: Subject): Promise<Outcome> {
  const app = await subject.app();
  if (!app.ok) return missingApp(app) ?? app.outcome;
  const { redirectUri } = subject.connection;
  const seen = rows.map(({ label, path, console }) => ({
    label,
    value: show(inside(app.value, ...path)),
    api: `GET /api/v1/apps/{appId} ${path.join('.')}`,
    console,
  }));
  const causes = rows.flatMap(({ path, cause }) => {
    const found = cause?.(inside(app.value, ...path), redirectUri);
    return found ? [found] : [];
  });
  if (causes.length > 0) return failed([...new Set(causes)], { seen });
  return isZoned(app.value) ? warn(['network-zone'], { seen }) : pass({ seen });
}

/** An org on this machine takes its own loopback addresses with any port (RFC 8252 section 7.3). */
function isListed(uris: readonly string[], uri: string): boolean {
  if (uris.includes(uri)) return true;
  const url = URL.parse(uri);
  return url?.protocol === 'http:' && uris.includes(`http://${url.hostname}`);
}

/** Zones may or may not hold the place of a kiosk: the API does not say which this one is in. */
function isZoned(app: Json): boolean {
  const connection = inside(app, ...client, 'network', 'connection');
  return typeof connection === 'string' && connection !== 'ANYWHERE';
}
