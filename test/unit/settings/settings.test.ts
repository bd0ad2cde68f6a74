import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../main/log';
import {
  defaultRedirectUri,
  openSettings,
  type SettingKey,
  type Settings,
} from '../../../main/settings';
import { SaveOutcome, type SettingsDraft, SettingsView } from '../../../preload/contract/settings';

let folder: string;
const lines: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frontdesk-settings-'));
  lines.length = 0;
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The app's settings as of a new start, in the same folder. */
function start(managed?: Record<string, unknown>, isPackaged = false): Settings {
  const config = join(folder, 'managed.json');
  if (managed) writeFileSync(config, JSON.stringify(managed));
  return openSettings({
    folder: join(folder, 'data'),
    isPackaged,
    environment: managed ? { FRONTDESK_CONFIG: config } : {},
    platform: 'linux',
    locales: () => ['de-AT', 'en'],
    log: createLog((line) => lines.push(line)),
  });
}

async function save(settings: Settings, draft: SettingsDraft) {
  const result = await settings.save(draft);
  return result.ok ? v.parse(SaveOutcome, result.value) : result.error.code;
}

function setting(settings: Settings, key: SettingKey) {
  const view = v.parse(SettingsView, settings.read());
  const found = view.settings.find((one) => one.key === key);
  return found && `${found.value} (${found.source})`;
}

const org = { orgUrl: 'acme.okta.com', clientId: '0oa1' };

describe('settings on the first run', () => {
  it('are the defaults, with no org chosen', () => {
    const settings = start();
    expect(settings.read()).toEqual({
      settings: [
        { key: 'orgUrl', value: '', source: 'default' },
        { key: 'clientId', value: '', source: 'default' },
        { key: 'issuer', value: '', source: 'default' },
        { key: 'redirectUri', value: 'app.frontdesk.desktop:/callback', source: 'default' },
        { key: 'scopes', value: 'openid profile email', source: 'default' },
        { key: 'language', value: '', source: 'default' },
        { key: 'appearance', value: 'system', source: 'default' },
      ],
      notices: [],
      practicePolicy: 'default',
    });
    expect(settings.connection()).toBeNull();
    expect(settings.org).toBeNull();
    expect(settings.language).toBe('de');
    expect(settings.appearance).toBe('system');
  });
});

describe('saving', () => {
  it('keeps normalised values for the next start and makes a connection of them', async () => {
    expect(await save(start(), { ...org, issuer: 'default', language: 'fr' })).toMatchObject({
      saved: true,
    });
    const settings = start();
    expect(settings.connection()).toEqual({
      orgUrl: 'https://acme.okta.com',
      issuer: 'https://acme.okta.com/oauth2/default',
      clientId: '0oa1',
      redirectUri: 'app.frontdesk.desktop:/callback',
      scopes: ['openid', 'profile', 'email'],
    });
    expect(setting(settings, 'issuer')).toBe('https://acme.okta.com/oauth2/default (stored)');
    expect(settings.org).toBe('okta');
    expect(settings.language).toBe('fr');
  });

  it('stores nothing while one value has a problem, and names each', async () => {
    const settings = start();
    expect(
      await save(settings, { orgUrl: 'acme-admin.okta.com', clientId: 'a b', language: 'de' }),
    ).toEqual({
      saved: false,
      problems: [
        { key: 'orgUrl', problem: 'admin-host' },
        { key: 'clientId', problem: 'has-spaces' },
      ],
    });
    expect(setting(settings, 'language')).toBe(' (default)');
    expect(setting(start(), 'language')).toBe(' (default)');
  });

  it('clears a setting with an empty value', async () => {
    const settings = start();
    await save(settings, { ...org, redirectUri: 'com.acme.desk:/x' });
    await save(settings, { clientId: ' ', redirectUri: '' });
    expect(setting(settings, 'clientId')).toBe(' (default)');
    expect(setting(settings, 'redirectUri')).toBe(`${defaultRedirectUri} (default)`);
    expect(settings.connection()).toBeNull();
    expect(settings.org).toBeNull();
  });

  it('of a form that still says what is in force changes nothing', async () => {
    const settings = start();
    await save(settings, { ...org, issuer: 'default' });
    settings.selectOrg('practice');
    const form = Object.fromEntries(settings.read().settings.map(({ key, value }) => [key, value]));
    await save(settings, { ...form, appearance: 'dark' });
    expect(settings.org).toBe('practice');
    expect(setting(settings, 'scopes')).toBe('openid profile email (default)');

    await save(settings, { ...form, orgUrl: 'other.okta.com' });
    expect(settings.connection()?.issuer).toBe('https://other.okta.com/oauth2/default');
    expect(settings.org).toBe('okta');
  });

  it('takes an issuer that is the org itself for the default', async () => {
    const settings = start();
    await save(settings, { ...org, issuer: 'https://ACME.okta.com/' });
    expect(setting(settings, 'issuer')).toBe(' (default)');
    await save(settings, { issuer: 'default' });
    await save(settings, { issuer: 'https://acme.okta.com' });
    expect(setting(settings, 'issuer')).toBe(' (default)');
  });

  it('says so where nothing can be written, and what was in force stays so', async () => {
    writeFileSync(join(folder, 'data'), 'no folder');
    const settings = start();
    expect(await save(settings, org)).toBe('not-saved');
    expect(settings.connection()).toBeNull();
    expect(settings.read().notices).toEqual([{ kind: 'not-saved', subject: 'settings.json' }]);

    rmSync(join(folder, 'data'));
    expect(await save(settings, org)).toMatchObject({ saved: true });
    expect(settings.read().notices).toEqual([]);
  });
});

describe('choosing an org', () => {
  it('is remembered, and so is the practice policy', () => {
    expect(start().selectOrg('practice', 'email-only').ok).toBe(true);
    const settings = start();
    expect([settings.org, settings.practicePolicy]).toEqual(['practice', 'email-only']);
    settings.selectOrg('practice');
    expect(start().practicePolicy).toBe('email-only');
  });

  it('holds for this run where it cannot be remembered', () => {
    writeFileSync(join(folder, 'data'), 'no folder');
    const settings = start();
    expect(settings.selectOrg('practice')).toMatchObject({ error: { code: 'not-saved' } });
    expect(settings.org).toBe('practice');
  });

  it('of Okta is none while the connection is incomplete', () => {
    const settings = start();
    settings.selectOrg('okta');
    expect(settings.org).toBeNull();
  });
});

describe('managed settings', () => {
  const managedValues = {
    orgUrl: 'https://managed.okta.com',
    clientId: 'managed-id',
    issuer: 'https://managed.okta.com/oauth2/m',
    redirectUri: 'com.managed.desk:/callback',
    scopes: 'openid managed',
    language: 'ja',
  };
  const storedValues = {
    orgUrl: 'https://stored.okta.com',
    clientId: 'stored-id',
    issuer: 'https://stored.okta.com/oauth2/s',
    redirectUri: 'com.stored.desk:/callback',
    scopes: 'openid stored',
    language: 'es',
  };
  const keys = Object.keys(managedValues) as (keyof typeof managedValues)[];

  it.each(keys)('win over a stored %s, and over no other', async (key) => {
    await save(start(), storedValues);
    const settings = start({ [key]: managedValues[key] });
    for (const other of keys) {
      const expected =
        other === key ? `${managedValues[other]} (managed)` : `${storedValues[other]} (stored)`;
      expect(setting(settings, other)).toBe(expected);
    }
  });

  it.each(keys)('lock %s: another value is refused, the same one is not', async (key) => {
    const settings = start(managedValues);
    expect(await save(settings, { [key]: storedValues[key], appearance: 'dark' })).toEqual({
      saved: false,
      problems: [{ key, problem: 'managed' }],
    });
    expect(await save(settings, { [key]: '' })).toMatchObject({
      problems: [{ problem: 'managed' }],
    });
    expect(await save(settings, { [key]: managedValues[key], appearance: 'dark' })).toMatchObject({
      saved: true,
    });
    expect(settings.appearance).toBe('dark');
  });

  it('leave what was stored for the day they are gone', async () => {
    await save(start(), storedValues);
    await save(start(managedValues), { appearance: 'light' });
    expect(setting(start(), 'clientId')).toBe('stored-id (stored)');
  });

  it('choose the Okta org where they set both and nobody chose another', async () => {
    expect(start({ ...managedValues, clientId: undefined }).org).toBeNull();
    const settings = start(managedValues);
    expect(settings.org).toBe('okta');
    settings.selectOrg('practice');
    expect(start(managedValues).org).toBe('practice');
  });

  it('with an invalid value fall back and say so', async () => {
    await save(start(), storedValues);
    const settings = start({ orgUrl: 'http://managed.okta.com', orgURL: 'x' });
    expect(setting(settings, 'orgUrl')).toBe('https://stored.okta.com (stored)');
    expect(settings.read().notices).toEqual([
      { kind: 'managed-invalid-value', subject: 'orgUrl' },
      { kind: 'managed-unknown-key', subject: 'orgURL' },
    ]);
    expect(await save(settings, { orgUrl: 'new.okta.com' })).toMatchObject({ saved: true });
  });

  it('follow an org URL that is managed with an issuer typed as a path', async () => {
    const settings = start({ orgUrl: 'managed.okta.com' });
    await save(settings, { clientId: 'x', issuer: 'default' });
    expect(settings.connection()?.issuer).toBe('https://managed.okta.com/oauth2/default');
    expect(settings.org).toBe('okta');
  });

  it('named by FRONTDESK_CONFIG do not count in a packaged app', () => {
    expect(setting(start(managedValues, true), 'orgUrl')).toBe(' (default)');
  });

  it('show at most as many notices as the view can carry', () => {
    const many = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`key${String(i)}`, 1]));
    expect(v.parse(SettingsView, start(many).read()).notices).toHaveLength(50);
  });
});

describe('previewing a draft', () => {
  it('makes the connection without keeping anything', () => {
    const settings = start({ clientId: 'managed-id' });
    expect(settings.preview({ orgUrl: 'acme.okta.com', issuer: '/oauth2/x' })).toMatchObject({
      orgUrl: 'https://acme.okta.com',
      issuer: 'https://acme.okta.com/oauth2/x',
      clientId: 'managed-id',
    });
    expect(settings.connection()).toBeNull();
  });

  it('names what is missing or wrong', () => {
    expect(start().preview({})).toEqual({
      problems: [
        { key: 'orgUrl', problem: 'empty' },
        { key: 'clientId', problem: 'empty' },
      ],
    });
    expect(start().preview({ ...org, scopes: 'email' })).toEqual({
      problems: [{ key: 'scopes', problem: 'missing-openid' }],
    });
  });
});

describe('an unreadable settings file', () => {
  it('is said in the view and in the log, and the app starts with defaults', async () => {
    await save(start(), org);
    writeFileSync(join(folder, 'data', 'settings.json'), '{"orgUrl":');
    const settings = start();
    expect(settings.connection()).toBeNull();
    const [notice] = settings.read().notices;
    expect(notice?.kind).toBe('stored-unreadable');
    expect(notice?.subject).toMatch(/settings\.unreadable-.*\.json$/);
    expect(lines.join('')).toContain('settings.stored-unreadable');
  });

  it('with one bad value costs that value only', async () => {
    await save(start(), org);
    writeFileSync(
      join(folder, 'data', 'settings.json'),
      '{"orgUrl":"https://acme.okta.com","clientId":"0oa1","scopes":7,"org":"okta"}',
    );
    const settings = start();
    expect(settings.org).toBe('okta');
    expect(setting(settings, 'scopes')).toBe('openid profile email (default)');
    expect(settings.read().notices).toEqual([]);
    expect(lines.join('')).toContain('"key":"scopes"');
  });
});

describe('what no person may set', () => {
  it.each(['mode', 'clientCertificateIssuer', 'kiosk.idleSeconds', 'orgURL'])(
    '%s is refused from a page, and kept out of the view and the file',
    async (key) => {
      const settings = start();
      expect(await save(settings, { [key]: 'kiosk', language: 'fr' })).toEqual({
        saved: false,
        problems: [{ key, problem: 'managed' }],
      });
      expect(setting(settings, 'language')).toBe(' (default)');
      expect(settings.read().settings.map((each) => each.key)).not.toContain(key);
    },
  );

  it('does not count where a person wrote it into their own file', () => {
    start().selectOrg('practice');
    writeFileSync(join(folder, 'data', 'settings.json'), '{"mode":"kiosk","org":"practice"}');
    expect([start().mode, start().org]).toEqual(['personal', 'practice']);
  });
});

describe('managed settings that change', () => {
  it('wait to be taken over, and say so; some count from the next start alone', () => {
    const config = join(folder, 'managed.json');
    const settings = start({ language: 'de', clientCertificateIssuer: 'One' });
    let look = () => {};
    let news = 0;
    const stop = settings.watch(
      (_milliseconds, run) => {
        look = run;
        return () => {};
      },
      () => (news += 1),
    );
    expect([news, settings.managedChanges.areWaiting]).toEqual([0, false]);

    writeFileSync(config, '{"language":"fr","clientCertificateIssuer":"Two"}');
    look();
    expect([news, settings.managedChanges.areWaiting]).toEqual([1, true]);
    expect(settings.language).toBe('de');
    expect(v.parse(SettingsView, settings.read()).notices).toEqual([
      { kind: 'managed-waiting', subject: 'language' },
      { kind: 'managed-next-start', subject: 'clientCertificateIssuer' },
    ]);

    settings.managedChanges.takeOver();
    expect([settings.language, settings.managedChanges.areWaiting]).toEqual(['fr', false]);
    expect(settings.clientCertificateIssuer?.names).toEqual({ CN: ['one'] });
    expect(settings.read().notices).toEqual([
      { kind: 'managed-next-start', subject: 'clientCertificateIssuer' },
    ]);
    stop();
  });
});
