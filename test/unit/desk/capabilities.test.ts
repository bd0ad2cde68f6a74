import { expect, it } from 'vitest';
import { capabilitiesOf, type Mode, modes } from '../../../preload/contract/desk';

const where = (can: (mode: Mode) => boolean) => modes.filter(can);

it('keeps settings, and what only an administrator can mend, from visitors', () => {
  expect(where((mode) => capabilitiesOf(mode).showsSettings)).toEqual(['personal', 'staff']);
  expect(where((mode) => capabilitiesOf(mode).explainsToAdministrator)).toEqual([
    'personal',
    'staff',
  ]);
});

it('keeps an account, and what was typed, where the next person is the same one', () => {
  expect(where((mode) => capabilitiesOf(mode).keepsAccount)).toEqual(['personal']);
  expect(where((mode) => capabilitiesOf(mode).offersTypedAgain)).toEqual(['personal']);
});

it('opens pages of methods that a browser alone can set up, at every desk', () => {
  expect(where((mode) => capabilitiesOf(mode).canOpenOutside)).toEqual([...modes]);
});
