import { describe, expect, it } from 'vitest';
import { toElectronAge } from '../../../main/launch/electron-age.mjs';

const times = {
  created: '2013-01-01T00:00:00Z',
  '44.9.9': '2026-12-31T00:00:00Z',
  '45.4.1': '2026-11-19T02:04:13Z',
  '45.5.0': '2026-11-24T20:36:15Z',
  '45.6.0-beta.1': '2027-06-01T00:00:00Z',
  '46.0.0': '2027-06-01T00:00:00Z',
};

describe('the age of the locked Electron', () => {
  it('is counted from the newest of its own line', () => {
    expect(toElectronAge('45.4.1', times)).toEqual({
      kind: 'current',
      text: 'Electron 45.4.1 is 5 days older than 45.5.0, the newest 45.',
    });
    expect(toElectronAge('45.5.0', times).text).toBe('Electron 45.5.0 is the newest 45.');
  });

  it('is a warning past 30 days, with what to run', () => {
    const later = (days: number) => ({
      ...times,
      '45.9.0': new Date(Date.parse(times['45.5.0']) + days * 86_400_000).toISOString(),
    });
    expect(toElectronAge('45.5.0', later(30)).kind).toBe('current');
    const old = toElectronAge('45.5.0', later(31));
    expect(old.kind).toBe('old');
    expect(old.text).toContain('electron@45.9.0');
  });

  it.each([null, {}, 'html', [], { '45.5.0': 1 }, { '45.4.1': '2026-11-19T02:04:13Z' }])(
    'is not known from %j, and that is said',
    (answer) => {
      const { kind, text } = toElectronAge('45.5.0', answer);
      expect(kind).toBe('unknown');
      expect(text).toContain('could not be looked up');
    },
  );
});
