import { describe, expect, it } from 'vitest';
import {
  distrustAccess,
  parseAccessList,
} from '../../../../../main/settings/managed/windows/access-list';
import { soundDescriptors } from './fake-windows';

const person = 'S-1-5-21-1004336348-1177238915-682003330-1001';
const installer = 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464';

describe('an access list of a file', () => {
  it.each([
    ['made by an administrator', soundDescriptors.file],
    ['made by the system', 'O:SYG:SYD:(A;;FA;;;SY)(A;;FR;;;WD)'],
    ['made by the installer of Windows', `O:${installer}G:${installer}D:PAI(A;;FA;;;${installer})`],
    ['in numbers alone', 'O:S-1-5-32-544G:S-1-5-18D:(A;;0x1f01ff;;;S-1-5-18)(A;;FR;;;S-1-1-0)'],
    ['with an audit list behind', 'O:BAG:SYD:(A;;FA;;;BA)S:AI(AU;SAFA;FA;;;WD)'],
    ['for new files of a folder alone', `O:BAD:(A;OICIIO;FA;;;${person})(A;;FA;;;BA)`],
    ['that refuses', 'O:BAD:(D;;FA;;;BG)(XD;;FA;;;WD)(A;;FA;;;BA)'],
    ['of the owner’s rights', 'O:BAD:(A;;FA;;;OW)'],
    ['that lets nobody in', 'O:BAD:'],
  ])('is trusted: %s', (_which, sddl) => {
    expect(distrustAccess(sddl, 'file')).toBeNull();
  });

  it.each([
    ['a person', `O:${person}G:BAD:(A;;FA;;;BA)`, `owned by ${person}`],
    ['all users', 'O:BUG:BAD:(A;;FA;;;BA)', 'owned by BU'],
    ['nobody', 'G:BAD:(A;;FA;;;BA)', 'its access list cannot be read'],
  ])('is not trusted where the owner is %s', (_who, sddl, reason) => {
    expect(distrustAccess(sddl, 'file')).toBe(reason);
  });

  it.each([
    ['FA', 'everything'],
    ['FW', 'writing'],
    ['GA', 'everything, as a whole'],
    ['GW', 'writing, as a whole'],
    ['0x1301bf', 'modifying'],
    ['0x2', 'data'],
    ['0x4', 'more data'],
    ['DCLC', 'data, in the letters of a directory'],
    ['SD', 'removing'],
    ['WD', 'changing the list'],
    ['WO', 'taking it over'],
    ['0x10000000', 'everything, unmapped'],
    ['0x40000000', 'writing, unmapped'],
    ['268435456', 'everything, in decimals'],
  ])('is not trusted where all users have %s: %s', (rights) => {
    for (const type of ['A', 'XA', 'OA']) {
      const sddl = `O:BAG:BAD:AI(A;;FA;;;BA)(${type};ID;${rights};;;BU)`;
      expect(distrustAccess(sddl, 'file')).toBe('writable by BU');
    }
    expect(distrustAccess(`O:BAD:(A;;${rights};;;${person})`, 'file')).toBe(
      `writable by ${person}`,
    );
  });

  it.each([
    ['no list, which lets everybody in', 'O:BAG:BAD:NO_ACCESS_CONTROL'],
    ['no list at all', 'O:BAG:BA'],
    ['rights nobody knows', 'O:BAD:(A;;QQ;;;BU)'],
    ['half a letter', 'O:BAD:(A;;F;;;BU)'],
    ['no account', 'O:BAD:(A;;FA;;;)'],
    ['an entry that does not end', 'O:BAD:(A;;FA;;;BA'],
    ['something behind it', 'O:BAD:(A;;FA;;;BA)(A;;FA'],
    ['nothing', ''],
    ['a sentence of another program', 'Der Zugriff wurde verweigert.'],
  ])('is not trusted with %s', (_what, sddl) => {
    expect(distrustAccess(sddl, 'file')).toBe('its access list cannot be read');
  });

  it('reads a condition in an entry as if it were met', () => {
    const sddl = 'O:BAD:(XA;;FA;;;WD;(@User.Title=="clerk"))';
    expect(parseAccessList(sddl)?.allowed).toEqual([{ account: 'WD', rights: 0x1f01ff }]);
    expect(distrustAccess('O:BAD:(XA;;FA;;;WD;(Member_of {SID(BA)}))', 'file')).not.toBeNull();
  });
});

describe('an access list of a folder', () => {
  it('is trusted as Windows makes it, though users may add to it', () => {
    expect(distrustAccess(soundDescriptors.programData, 'folder')).toBeNull();
    expect(distrustAccess(soundDescriptors.folder, 'folder')).toBeNull();
  });

  it.each(['FA', 'GA', 'DT', 'SD', 'WD', 'WO', '0x1301bf', '0x10000000'])(
    'is not trusted where all users have %s, and so could exchange what is in it',
    (rights) => {
      const sddl = `O:BAG:BAD:(A;OICI;FA;;;BA)(A;OICI;${rights};;;AU)`;
      expect(distrustAccess(sddl, 'folder')).toBe('writable by AU');
    },
  );
});
