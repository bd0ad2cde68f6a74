import { win32 } from 'node:path';
import type { ManagedRead } from '../../../../../main/settings/managed/managed-source';
import type { WindowsSystem } from '../../../../../main/settings/managed/windows/system';

const file = 'C:\\ProgramData\\Frontdesk\\settings.json';

/** As Windows makes them: `ProgramData` itself, and what an administrator makes in it. */
export const soundDescriptors = {
  programData:
    'O:SYG:SYD:PAI(A;OICIIO;GA;;;CO)(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)(A;CI;DCLCRPCR;;;BU)',
  folder:
    'O:BAG:S-1-5-21-1004336348-1177238915-682003330-513D:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIIOID;GA;;;CO)(A;OICIID;0x1200a9;;;BU)(A;CIID;DCLCRPCR;;;BU)',
  file: 'O:BAG:S-1-5-21-1004336348-1177238915-682003330-513D:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;0x1200a9;;;BU)',
};

/** What `reg.exe` writes, in every language of Windows. */
export const registryAnswer = (folder: string) =>
  `\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\Shell Folders\r\n    Common AppData    REG_SZ    ${folder}\r\n\r\n`;

interface Parts {
  readonly libraries?: readonly string[];
  readonly registry?: string | null;
  readonly descriptors?: Partial<typeof soundDescriptors>;
  /** All that PowerShell writes, in place of the descriptors. */
  readonly powerShell?: string | null;
  readonly read?: ManagedRead;
  readonly links?: readonly string[];
}

/** A Windows with a file of managed settings that an administrator has made. */
export function fakeWindows(parts: Parts = {}) {
  const ran: { program: string; parameters: readonly string[]; environment: object }[] = [];
  const lines = Object.values({ ...soundDescriptors, ...parts.descriptors });
  const answers: Readonly<Record<string, string | null>> = {
    'reg.exe': parts.registry === undefined ? registryAnswer('C:\\ProgramData') : parts.registry,
    'powershell.exe': parts.powerShell === undefined ? lines.join('\r\n') : parts.powerShell,
  };
  const windows: WindowsSystem = {
    loadedLibraries: () =>
      parts.libraries ?? [
        'C:\\Program Files\\nodejs\\node.exe',
        'C:\\WINDOWS\\SYSTEM32\\ntdll.dll',
      ],
    run(program, parameters, environment) {
      ran.push({ program, parameters, environment });
      return answers[win32.basename(program)] ?? null;
    },
    readFile: (path) =>
      parts.read ?? (path === file ? { kind: 'found', text: '{}' } : { kind: 'absent' }),
    isLink: (path) => parts.links?.includes(path) ?? false,
  };
  return { windows, ran, file };
}
