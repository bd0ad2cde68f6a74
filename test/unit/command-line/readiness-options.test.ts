import { describe, expect, it } from 'vitest';
import { parseReadinessOptions } from '../../../main/command-line/readiness-options';

const needed = ['--org', 'acme.okta.com', '--client-id', '0oa1'];

describe('the parameters of the readiness check', () => {
  it('are an org and a client ID, and nothing else has to be', () => {
    expect(parseReadinessOptions(needed)).toEqual({
      kind: 'run',
      draft: { orgUrl: 'acme.okta.com', clientId: '0oa1', issuer: '', redirectUri: '' },
      tokenVariable: null,
      isJson: false,
    });
  });

  it('name the variable of a token, never the token', () => {
    expect(parseReadinessOptions([...needed, '--token-env', 'OKTA_TOKEN', '--json'])).toMatchObject(
      { tokenVariable: 'OKTA_TOKEN', isJson: true },
    );
    expect(parseReadinessOptions([...needed, '--token', 'x'])).toMatchObject({ kind: 'bad' });
  });

  it.each(['00secret', 'eyJ.secret.x', 'SSWS secret'])(
    'do not repeat a token by mistake',
    (token) => {
      const options = parseReadinessOptions([...needed, '--token-env', token]);
      expect(options.kind).toBe('bad');
      expect(JSON.stringify(options)).not.toContain('secret');
    },
  );

  it.each([
    [['--client-id', 'x'], '--org'],
    [['--org', 'x'], '--client-id'],
  ])('%j lack something', (args, problem) => {
    expect(parseReadinessOptions(args)).toEqual({ kind: 'bad', problem: `${problem} is missing` });
  });

  it('can be asked for', () => {
    expect(parseReadinessOptions(['-h'])).toEqual({ kind: 'help' });
  });
});
