import { describe, expect, it } from 'vitest';
import { readStored, writeStored } from '../../../../main/settings/stored/stored-values';

describe('stored values', () => {
  it('come back as they were written', () => {
    const stored = {
      values: {
        orgUrl: 'https://acme.okta.com',
        issuer: '/oauth2/default',
        appearance: 'dark' as const,
      },
      org: 'okta' as const,
      practicePolicy: 'email-only' as const,
    };
    expect(readStored(writeStored({}, stored))).toEqual({ stored, dropped: [] });
  });

  it('lose one invalid value and no other', () => {
    const { stored, dropped } = readStored({
      orgUrl: 'http://acme.okta.com',
      clientId: 'kept',
      scopes: ['openid'],
      language: null,
      org: 'elsewhere',
      practicePolicy: 'email-only',
    });
    expect(stored).toEqual({
      values: { clientId: 'kept' },
      org: null,
      practicePolicy: 'email-only',
    });
    expect(dropped).toEqual(['orgUrl', 'scopes', 'language', 'org']);
  });

  it('are normalised however they got there', () => {
    expect(readStored({ orgUrl: 'ACME.okta.com/x' }).stored.values.orgUrl).toBe(
      'https://acme.okta.com',
    );
  });

  it('leave alone what another version stored', () => {
    const { stored } = readStored({});
    const content = writeStored({ kiosk: { idle: 60 }, orgUrl: 'x', __internal__: 1 }, stored);
    expect(content).toEqual({ kiosk: { idle: 60 }, __internal__: 1, practicePolicy: 'default' });
  });
});
