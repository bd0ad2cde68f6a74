import { posix, win32 } from 'node:path';
import type { ManagedSource } from './managed-source';
import { readNamedFile, readSystemFile } from './read-file';
import { readWindowsFile } from './windows/read-windows';
import { programData, type WindowsSystem } from './windows/system';

export interface SourceOptions {
  readonly isPackaged: boolean;
  readonly environment: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly windows: WindowsSystem;
}

/** Where managed settings come from, the strongest first. */
export function managedSources(options: SourceOptions): ManagedSource[] {
  const named = options.isPackaged ? undefined : options.environment['FRONTDESK_CONFIG'];
  return [systemSource(options), ...(named ? [namedSource(named)] : [])];
}

function systemSource({ platform, windows }: SourceOptions): ManagedSource {
  if (platform === 'win32') {
    const path = win32.join(programData(windows), 'Frontdesk', 'settings.json');
    return { path, read: () => readWindowsFile(path, windows) };
  }
  const path =
    platform === 'darwin'
      ? '/Library/Application Support/Frontdesk/settings.json'
      : posix.join('/etc', 'frontdesk', 'settings.json');
  return { path, read: () => readSystemFile(path) };
}

/** For development and tests; a packaged app takes orders from the system's file alone. */
function namedSource(path: string): ManagedSource {
  return { path, read: () => readNamedFile(path) };
}
