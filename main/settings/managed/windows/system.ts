import { spawnSync } from 'node:child_process';
import { lstatSync } from 'node:fs';
import { win32 } from 'node:path';
import type { ManagedRead } from '../managed-source';
import { readUncheckedFile } from '../read-file';

/** What is asked of Windows; tests give recorded answers. */
export interface WindowsSystem {
  /** Paths of the libraries in this process, as the loader of Windows names them. */
  loadedLibraries(): readonly string[];
  /** What a program writes on standard output; null where it cannot be run or fails. */
  run(
    program: string,
    parameters: readonly string[],
    environment: Readonly<Record<string, string>>,
  ): string | null;
  readFile(path: string): ManagedRead;
  /** Also of a junction, which leads a folder elsewhere. */
  isLink(path: string): boolean;
}

/** Milliseconds; PowerShell takes about one second to start. */
const patience = 15_000;

export const windowsSystem: WindowsSystem = {
  loadedLibraries() {
    // Else the report looks up the names of every address that this process is connected to.
    const report = Object.assign(process.report, { excludeNetwork: true });
    const content: unknown = report.getReport();
    const isListed = typeof content === 'object' && content !== null && 'sharedObjects' in content;
    const libraries = isListed ? content.sharedObjects : [];
    return Array.isArray(libraries)
      ? libraries.filter((library) => typeof library === 'string')
      : [];
  },
  run(program, parameters, environment) {
    const ended = spawnSync(program, parameters, {
      env: environment,
      encoding: 'utf8',
      timeout: patience,
      maxBuffer: 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
    });
    return ended.status === 0 ? ended.stdout : null;
  },
  readFile: readUncheckedFile,
  isLink(path) {
    try {
      return lstatSync(path).isSymbolicLink();
    } catch {
      return true;
    }
  },
};

/**
 * The folder of Windows: not from `SystemRoot` in the environment, which whoever starts the app can
 * set, but from where the loader found the library that every process has.
 */
export function systemFolder(system: WindowsSystem): string {
  for (const library of system.loadedLibraries()) {
    const found = /^([A-Z]:\\[^"%]*)\\System32\\ntdll\.dll$/i.exec(library);
    if (found?.[1] !== undefined) return win32.join(found[1], 'System32');
  }
  return 'C:\\Windows\\System32';
}

const shellFolders = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\Shell Folders';

/**
 * The folder for the settings of all users, usually `C:\ProgramData`: from the part of the registry
 * that administrators write, where it stands without variables, and not from `ProgramData` in the
 * environment.
 */
export function programData(system: WindowsSystem): string {
  const system32 = systemFolder(system);
  const output = system.run(
    win32.join(system32, 'reg.exe'),
    ['query', shellFolders, '/v', 'Common AppData'],
    { SystemRoot: win32.dirname(system32) },
  );
  // A path in letters of another code page would be misread, and lead nowhere.
  const found = /^\s*Common AppData\s+REG_SZ\s+([A-Z]:\\[ !#$&-~]+?)\\?\s*$/im.exec(output ?? '');
  return found?.[1] ?? win32.join(win32.parse(system32).root, 'ProgramData');
}

/** The security descriptors of `paths`, in their order; null where one of them cannot be had. */
export function readDescriptors(
  system: WindowsSystem,
  paths: readonly string[],
): readonly string[] | null {
  const system32 = systemFolder(system);
  const shell = win32.join(system32, 'WindowsPowerShell', 'v1.0');
  const literals = paths.map((path) => `'${path.replaceAll("'", "''")}'`);
  const output = system.run(
    win32.join(shell, 'powershell.exe'),
    [
      '-NoProfile',
      '-NonInteractive',
      '-Command',
      `$ErrorActionPreference = 'Stop'; foreach ($path in ${literals.join(', ')}) { (Get-Acl -LiteralPath $path).Sddl }`,
    ],
    // Nothing of this process's own environment: it could name other modules to load.
    { SystemRoot: win32.dirname(system32), PSModulePath: win32.join(shell, 'Modules') },
  );
  const lines = (output ?? '').split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.length === paths.length ? lines : null;
}
