import { expect, it } from 'vitest';
import { pagesOfMode, rulesOf, whereInvestigated } from '../../../main/desk';
import { modes, type Mode } from '../../../preload/contract/desk';

it('investigates by itself at a kiosk alone, where nobody else can', () => {
  let mode: Mode = 'personal';
  const asked: string[] = [];
  const look = whereInvestigated(
    () => mode,
    (org: string) => (asked.push(org), 'FD-1'),
  );
  const found = modes.map((next) => ((mode = next), look(next)));
  expect(found).toEqual([null, 'FD-1', null]);
  expect(asked).toEqual(['kiosk']);
});

it('keeps no passkey in a computer that the next person uses', () => {
  let mode: Mode = 'personal';
  const pages = (canShow: boolean) => ({
    canShow: () => canShow,
    perform: async () => ({ kind: canShow ? ('dismissed' as const) : ('unavailable' as const) }),
  });
  const ofMode = pagesOfMode(() => mode, pages(true), pages(false));
  const shown = modes.map((next) => {
    mode = next;
    return ofMode.canShow('https://acme.okta.com', 'kept-passkey');
  });
  expect(shown).toEqual([true, false, false]);
});

it('stores tokens on a computer of one’s own alone, also those that wait to be revoked', () => {
  const kept = modes.map((mode) => rulesOf(mode).tokens);
  expect(kept.map(({ found }) => found)).toEqual(['restored', 'revoked', 'revoked']);
  expect(kept.map(({ revocations }) => revocations)).toEqual(['keychain', 'memory', 'memory']);
});
