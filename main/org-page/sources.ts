import type { OrgPageTask } from '../platform';

type Provider = Extract<OrgPageTask, { kind: 'captcha' }>['provider'];

/**
 * What each provider's captcha is made of, as sources of a content security policy.
 * https://docs.hcaptcha.com/#content-security-policy-settings and
 * https://developers.google.com/recaptcha/docs/faq; of the second, `js/bg` is what its frame loads.
 */
const providers: Readonly<Record<Provider, { script: string; sources: readonly string[] }>> = {
  hcaptcha: {
    script: 'https://hcaptcha.com/1/api.js',
    sources: ['https://hcaptcha.com/', 'https://*.hcaptcha.com/'],
  },
  recaptcha: {
    script: 'https://www.google.com/recaptcha/api.js',
    sources: [
      'https://www.google.com/recaptcha/',
      'https://www.google.com/js/bg/',
      'https://www.gstatic.com/recaptcha/',
      'https://recaptcha.google.com/recaptcha/',
      'https://www.recaptcha.net/recaptcha/',
    ],
  },
};

/** The practice org stands in for both providers, so that practising needs no internet. */
const standIn = '/practice/captcha/';

/** Everything that the page loads for its task besides itself. */
export function sourcesOf(task: OrgPageTask, orgUrl: string): readonly string[] {
  if (task.kind === 'passkey') return [];
  const { origin } = new URL(orgUrl);
  return isPractice(orgUrl) ? [`${origin}${standIn}`] : providers[task.provider].sources;
}

/** The provider's script, told to draw nothing by itself. Null where the task needs none. */
export function scriptOf(task: OrgPageTask, orgUrl: string, language: string): string | null {
  if (task.kind === 'passkey') return null;
  const script = isPractice(orgUrl)
    ? `${new URL(orgUrl).origin}${standIn}api.js`
    : providers[task.provider].script;
  return `${script}?${new URLSearchParams({ render: 'explicit', hl: language }).toString()}`;
}

/** Whether a policy of these sources would admit the address: `*.` is any name below, a path a start. */
export function isAdmitted(url: URL, sources: readonly string[]): boolean {
  if (url.username !== '' || url.password !== '') return false;
  return sources.some((source) => {
    const wanted = new URL(source.replace('*.', ''));
    const isHost = source.includes('*.')
      ? url.hostname.endsWith(`.${wanted.hostname}`) && url.port === wanted.port
      : url.host === wanted.host;
    return isHost && url.protocol === wanted.protocol && url.pathname.startsWith(wanted.pathname);
  });
}

/** No provider knows an address on this machine, and no other org is there. */
function isPractice(orgUrl: string): boolean {
  return new URL(orgUrl).protocol === 'http:';
}
