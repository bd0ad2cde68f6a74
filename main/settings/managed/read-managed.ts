import type { SettingKey, SettingsNotice } from '../../../preload/contract/settings';
import type { Log } from '../../log';
import { rules } from '../rules';
import { type CertificateIssuer, parseCertificateIssuer } from '../rules/certificate-issuer';
import type { SettingValues } from '../values';
import type { ManagedSource } from './managed-source';

/** What an administrator may set for everybody; how the app looks stays the person's choice. */
const managedKeys = [
  'orgUrl',
  'clientId',
  'issuer',
  'redirectUri',
  'scopes',
  'language',
] as const satisfies readonly SettingKey[];

export interface Managed {
  readonly values: SettingValues;
  /** `kiosk`: walk-up visitors use this desk. An administrator alone can say so. */
  readonly isKiosk: boolean;
  /** `clientCertificateIssuer`: only to an administrator is it known which certificate is whose. */
  readonly clientCertificateIssuer: CertificateIssuer | null;
  readonly notices: readonly SettingsNotice[];
}

/** Reads every source; where two set a key, the first one that is valid wins. */
export function readManaged(sources: readonly ManagedSource[], log: Log): Managed {
  const read = sources.map((source) => readSource(source, log));
  return {
    values: read.reduceRight<SettingValues>((weaker, { values }) => ({ ...weaker, ...values }), {}),
    isKiosk: read.some(({ isKiosk }) => isKiosk),
    clientCertificateIssuer:
      read.map((managed) => managed.clientCertificateIssuer).find((issuer) => issuer !== null) ??
      null,
    notices: read.flatMap(({ notices }) => notices),
  };
}

const nothing = { values: {}, isKiosk: false, clientCertificateIssuer: null };

function readSource(source: ManagedSource, log: Log): Managed {
  const read = source.read();
  switch (read.kind) {
    case 'absent':
      return { ...nothing, notices: [] };
    case 'unreadable':
    case 'untrusted': {
      const kind = `managed-${read.kind}` as const;
      log.warn(`settings.${kind}`, { path: source.path, reason: read.reason });
      return { ...nothing, notices: [notice(kind, source.path)] };
    }
    case 'found': {
      const entries = parseEntries(read.text);
      if (entries) {
        const managed = checkEntries(entries);
        for (const { kind, subject } of managed.notices)
          log.warn(`settings.${kind}`, { key: subject });
        return managed;
      }
      log.warn('settings.managed-malformed', { path: source.path });
      return { ...nothing, notices: [notice('managed-malformed', source.path)] };
    }
  }
}

function parseEntries(text: string): [string, unknown][] | null {
  try {
    // Windows editors begin a file with a byte order mark.
    const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const isObject = typeof content === 'object' && content !== null && !Array.isArray(content);
    return isObject ? Object.entries(content) : null;
  } catch {
    return null;
  }
}

function checkEntries(entries: readonly [string, unknown][]): Managed {
  const values: Partial<Record<SettingKey, string>> = {};
  const notices: SettingsNotice[] = [];
  let isKiosk = false;
  let clientCertificateIssuer: CertificateIssuer | null = null;
  for (const [name, content] of entries) {
    if (name === 'kiosk') {
      isKiosk = content === true;
      if (typeof content !== 'boolean') notices.push(notice('managed-invalid-value', name));
      continue;
    }
    if (name === 'clientCertificateIssuer') {
      clientCertificateIssuer =
        typeof content === 'string' ? parseCertificateIssuer(content) : null;
      if (!clientCertificateIssuer) notices.push(notice('managed-invalid-value', name));
      continue;
    }
    const key = managedKeys.find((known) => known === name);
    if (!key) {
      notices.push(notice('managed-unknown-key', name));
      continue;
    }
    const typed = asText(key, content);
    const checked = typed === null ? null : rules[key](typed);
    if (checked && 'value' in checked) values[key] = checked.value;
    else notices.push(notice('managed-invalid-value', key));
  }
  return { values, isKiosk, clientCertificateIssuer, notices };
}

function asText(key: SettingKey, content: unknown): string | null {
  if (typeof content === 'string') return content;
  const isList =
    key === 'scopes' && Array.isArray(content) && content.every((item) => typeof item === 'string');
  return isList ? content.join(' ') : null;
}

function notice(kind: SettingsNotice['kind'], subject: string): SettingsNotice {
  return { kind, subject: subject.slice(0, 1000) };
}
