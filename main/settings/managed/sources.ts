import { posix, win32 } from 'node:path';
import type { ManagedSource } from './managed-source';
import { readNamedFile, readSystemFile } from './read-file';

export interface SourceOptions {
  readonly isPackaged: boolean;
  readonly environment: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
}

/** Where managed settings come from, the strongest first. */
export function managedSources(options: SourceOptions): ManagedSource[] {
  const named = options.isPackaged ? undefined : options.environment['FRONTDESK_CONFIG'];
  return [systemSource(options), ...(named ? [namedSource(named)] : [])];
}

function systemSource({ platform, environment }: SourceOptions): ManagedSource {
  const path = systemPath(platform, environment);
  return { path, read: () => readSystemFile(path, platform) };
}

function systemPath(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  switch (platform) {
    case 'win32':
      return win32.join(environment['ProgramData'] ?? 'C:\\ProgramData', 'Frontdesk/settings.json');
    case 'darwin':
      return '/Library/Application Support/Frontdesk/settings.json';
    default:
      return posix.join('/etc', 'frontdesk', 'settings.json');
  }
}

/** For development and tests; a packaged app takes orders from the system's file alone. */
function namedSource(path: string): ManagedSource {
  return { path, read: () => readNamedFile(path) };
}
