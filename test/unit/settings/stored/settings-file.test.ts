import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSettingsFile } from '../../../../main/settings/stored/settings-file';

let home: string;
let folder: string;
let path: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'frontdesk-stored-'));
  folder = join(home, 'data');
  path = join(folder, 'settings.json');
});

afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

function putFile(text: string) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, text);
}

describe('settings.json', () => {
  it('is not created by looking', () => {
    expect(openSettingsFile(folder)).toMatchObject({ content: {}, unreadable: null });
    expect(existsSync(folder)).toBe(false);
  });

  it('keeps what is written for the next start, for this person alone', () => {
    expect(openSettingsFile(folder).write({ clientId: 'kept' })).toBe(true);
    expect(openSettingsFile(folder).content).toMatchObject({ clientId: 'kept' });
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('forgets what is not written again', () => {
    const file = openSettingsFile(folder);
    file.write({ clientId: 'kept' });
    file.write({ language: 'de' });
    expect(openSettingsFile(folder).content).not.toHaveProperty('clientId');
  });

  it.each(['', '{"clientId":', '[1]', 'null', '\0\0\0'])('is kept aside as %j', (text) => {
    putFile(text);
    const file = openSettingsFile(folder, () => new Date('2030-01-02T03:04:05.678Z'));
    const aside = join(folder, 'settings.unreadable-2030-01-02T03-04-05-678Z.json');
    expect(file).toMatchObject({ content: {}, unreadable: aside });
    expect(readFileSync(aside, 'utf8')).toBe(text);
    expect(existsSync(path)).toBe(false);

    expect(file.write({ clientId: 'new' })).toBe(true);
    expect(readFileSync(aside, 'utf8')).toBe(text);
    expect(openSettingsFile(folder)).toMatchObject({
      content: { clientId: 'new' },
      unreadable: null,
    });
  });

  it('is kept aside where it is no file at all', () => {
    mkdirSync(path, { recursive: true });
    const { unreadable } = openSettingsFile(folder);
    expect(unreadable).toContain('settings.unreadable-');
    expect(statSync(unreadable ?? '').isDirectory()).toBe(true);
  });

  it('keeps what another start or an editor has written meanwhile', () => {
    putFile(JSON.stringify({ clientId: 'old', language: 'de', appearance: 'dark' }));
    const [one, other] = [openSettingsFile(folder), openSettingsFile(folder)];
    one.write({ ...one.content, orgUrl: 'https://acme.okta.com', clientId: 'new' });
    // The other one still has the old values in its memory, and changes one of its own.
    const rest = Object.fromEntries(
      Object.entries(other.content).filter(([name]) => name !== 'appearance'),
    );
    other.write({ ...rest, language: 'fr' });
    expect(openSettingsFile(folder).content).toMatchObject({
      orgUrl: 'https://acme.okta.com',
      clientId: 'new',
      language: 'fr',
    });
    expect(openSettingsFile(folder).content).not.toHaveProperty('appearance');
    // A second save of the same process does not bring its old values back either.
    other.write({ ...rest, language: 'ja' });
    expect(openSettingsFile(folder).content).toMatchObject({ clientId: 'new', language: 'ja' });
  });

  it('is written whole although it was damaged in the meantime', () => {
    const file = openSettingsFile(folder);
    file.write({ clientId: 'first' });
    writeFileSync(path, '{"clien');
    expect(file.write({ clientId: 'second' })).toBe(true);
    expect(openSettingsFile(folder)).toMatchObject({ content: { clientId: 'second' } });
  });

  it('says that it was not written where the folder cannot be', () => {
    writeFileSync(folder, 'a file where the folder should be');
    const file = openSettingsFile(folder);
    expect(file).toMatchObject({ content: {}, unreadable: null });
    expect(file.write({ clientId: 'lost' })).toBe(false);
    expect(readFileSync(folder, 'utf8')).toBe('a file where the folder should be');
  });

  it('keeps the old content where the new one cannot be written', () => {
    const file = openSettingsFile(folder);
    file.write({ clientId: 'old' });
    const before = readFileSync(path, 'utf8');
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    expect(file.write(circular)).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe(before);
  });
});
