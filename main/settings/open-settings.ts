import type { Log } from '../log';
import { readManaged } from './managed/read-managed';
import { managedSources, type SourceOptions } from './managed/sources';
import { windowsSystem } from './managed/windows/system';
import { createSettings, type Settings } from './settings';
import { fileSystem, type WatchPorts, watchManaged } from './managed/watch-managed';
import { openSettingsFile } from './stored/settings-file';
import { readStored } from './stored/stored-values';

export interface SettingsOptions extends Partial<SourceOptions> {
  readonly isPackaged: boolean;
  /** Folder of this user's `settings.json`; created when first written to. */
  readonly folder: string;
  /** The person's preferred languages, most wanted first. */
  readonly locales: () => readonly string[];
  readonly log: Log;
  readonly watching?: Omit<WatchPorts, 'schedule'>;
}

/** Reads what is stored, once, and what is managed, which can be watched from then on. */
export function openSettings(options: SettingsOptions): Settings {
  const { log, watching = fileSystem } = options;
  const sources = managedSources({
    environment: process.env,
    platform: process.platform,
    windows: windowsSystem,
    ...options,
  });
  const managed = readManaged(sources, log);
  const file = openSettingsFile(options.folder);
  if (file.unreadable !== null) log.warn('settings.stored-unreadable', { path: file.unreadable });
  const { stored, dropped } = readStored(file.content);
  for (const key of dropped) log.warn('settings.stored-invalid-value', { key });
  return createSettings({
    file,
    stored,
    managed,
    watch: (schedule, onChange) =>
      watchManaged({ sources, log, start: managed, onChange }, { ...watching, schedule }),
    locales: options.locales,
  });
}
