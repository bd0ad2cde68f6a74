import { describe, expect, it } from 'vitest';
import { readWindowsFile } from '../../../../../main/settings/managed/windows/read-windows';
import {
  programData,
  systemFolder,
  windowsSystem,
} from '../../../../../main/settings/managed/windows/system';
import { fakeWindows, registryAnswer, soundDescriptors } from './fake-windows';

const person = 'S-1-5-21-1004336348-1177238915-682003330-1001';

describe('the file of managed settings on Windows', () => {
  const read = (parts: Parameters<typeof fakeWindows>[0]) => {
    const { windows, file } = fakeWindows(parts);
    return readWindowsFile(file, windows);
  };

  it('counts as an administrator makes it', () => {
    expect(read({})).toEqual({ kind: 'found', text: '{}' });
  });

  it.each([
    ['absent', { kind: 'absent' }],
    ['unreadable', { kind: 'unreadable', reason: 'EPERM' }],
  ] as const)('may be %s, and then nothing is run', (_what, answer) => {
    const { windows, file, ran } = fakeWindows({ read: answer });
    expect(readWindowsFile(file, windows)).toEqual(answer);
    expect(ran).toEqual([]);
  });

  it.each([
    [
      'a person has made it',
      { file: `O:${person}G:BUD:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;FA;;;${person})` },
      `C:\\ProgramData\\Frontdesk\\settings.json is owned by ${person}`,
    ],
    [
      'a person has made the folder before an administrator came',
      { folder: soundDescriptors.folder.replace('O:BA', `O:${person}`) },
      `C:\\ProgramData\\Frontdesk is owned by ${person}`,
    ],
    [
      'all users may modify it',
      { file: `${soundDescriptors.file}(A;;0x1301bf;;;BU)` },
      'C:\\ProgramData\\Frontdesk\\settings.json is writable by BU',
    ],
    [
      'everybody may remove what is in the folder above',
      { programData: `${soundDescriptors.programData}(A;OICI;FA;;;WD)` },
      'C:\\ProgramData is writable by WD',
    ],
  ])('does not count where %s', (_why, descriptors, reason) => {
    expect(read({ descriptors })).toEqual({ kind: 'untrusted', reason });
  });

  it.each([
    ['PowerShell may not run', null],
    ['it answers nothing', ''],
    ['it answers less than was asked', soundDescriptors.file],
    [
      'it answers in words',
      'Get-Acl : Es wurde versucht, einen nicht autorisierten Vorgang auszuführen.',
    ],
  ])('does not count where %s', (_why, powerShell) => {
    expect(read({ powerShell })).toEqual({
      kind: 'untrusted',
      reason: 'its owner and access list cannot be read',
    });
  });

  it.each(['C:\\ProgramData\\Frontdesk', 'C:\\ProgramData\\Frontdesk\\settings.json'])(
    'does not count where %s is a link or a junction',
    (link) => {
      expect(read({ links: [link] })).toEqual({ kind: 'untrusted', reason: `${link} is a link` });
    },
  );

  it('is looked at by programs of the system, which get none of our environment', () => {
    const { windows, file, ran } = fakeWindows({ libraries: ['D:\\Win\\System32\\ntdll.dll'] });
    readWindowsFile(file, windows);
    expect(ran).toEqual([
      {
        program: 'D:\\Win\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
        parameters: expect.arrayContaining(['-NoProfile', '-NonInteractive']),
        environment: {
          SystemRoot: 'D:\\Win',
          PSModulePath: 'D:\\Win\\System32\\WindowsPowerShell\\v1.0\\Modules',
        },
      },
    ]);
  });

  it('is named to PowerShell as text, whatever is in its name', () => {
    const { windows, ran } = fakeWindows();
    const odd = "C:\\It's $(odd)\\Frontdesk\\settings.json";
    readWindowsFile(odd, { ...windows, readFile: () => ({ kind: 'found', text: '{}' }) });
    expect(ran[0]?.parameters.at(-1)).toContain("'C:\\It''s $(odd)\\Frontdesk\\settings.json'");
  });
});

describe('the folders of Windows', () => {
  it('are told by the system’s own library and the registry', () => {
    const libraries = ['D:\\WINNT\\System32\\ntdll.dll'];
    const { windows, ran } = fakeWindows({
      libraries,
      registry: registryAnswer('E:\\Common Data\\'),
    });
    expect(systemFolder(windows)).toBe('D:\\WINNT\\System32');
    expect(programData(windows)).toBe('E:\\Common Data');
    expect(ran[0]).toMatchObject({
      program: 'D:\\WINNT\\System32\\reg.exe',
      environment: { SystemRoot: 'D:\\WINNT' },
    });
  });

  it.each([
    ['cannot be asked', null],
    [
      'has no such value',
      'FEHLER: Der angegebene Registrierungsschlüssel bzw. Wert wurde nicht gefunden.',
    ],
    ['names a variable', registryAnswer('%SystemDrive%\\ProgramData')],
    ['names another computer', registryAnswer('\\\\server\\share')],
    ['names letters that its code page spoils', registryAnswer('C:\\Donn\u201aes')],
  ])('are the usual ones where the registry %s', (_how, registry) => {
    expect(programData(fakeWindows({ registry }).windows)).toBe('C:\\ProgramData');
  });

  it('are not where a library of another folder is', () => {
    const libraries = ['C:\\Users\\ada\\ntdll.dll', 'C:\\Temp\\System32\\other.dll'];
    expect(systemFolder(fakeWindows({ libraries }).windows)).toBe('C:\\Windows\\System32');
  });

  it('are looked for among the libraries of this very process', () => {
    expect(windowsSystem.loadedLibraries().length).toBeGreaterThan(0);
    expect(windowsSystem.isLink('/no/such/file')).toBe(true);
    expect(
      windowsSystem.run(process.execPath, ['-e', 'console.log(process.env.A)'], { A: 'b' }),
    ).toBe('b\n');
    expect(windowsSystem.run(process.execPath, ['-e', 'process.exit(3)'], {})).toBeNull();
    expect(windowsSystem.run('/no/such/program', [], {})).toBeNull();
  });
});
