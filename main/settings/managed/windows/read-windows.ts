import { win32 } from 'node:path';
import type { ManagedRead } from '../managed-source';
import { distrustAccess } from './access-list';
import { readDescriptors, type WindowsSystem } from './system';

/**
 * Reads a file that only an administrator may have written: it and the two folders above it belong to
 * the system or its administrators, nobody else may change or replace them, and none is a link.
 * Every user may make folders below `ProgramData`, so that its being there proves nothing.
 */
export function readWindowsFile(path: string, system: WindowsSystem): ManagedRead {
  const read = system.readFile(path);
  if (read.kind !== 'found') return read;
  const folder = win32.dirname(path);
  const linked = [folder, path].find((candidate) => system.isLink(candidate));
  if (linked !== undefined) return { kind: 'untrusted', reason: `${linked} is a link` };
  const chain = [
    [win32.dirname(folder), 'folder'],
    [folder, 'folder'],
    [path, 'file'],
  ] as const;
  const descriptors = readDescriptors(
    system,
    chain.map(([name]) => name),
  );
  if (!descriptors) {
    return { kind: 'untrusted', reason: 'its owner and access list cannot be read' };
  }
  for (const [index, [name, kind]] of chain.entries()) {
    const reason = distrustAccess(descriptors[index] ?? '', kind);
    if (reason !== null) return { kind: 'untrusted', reason: `${name} is ${reason}` };
  }
  return read;
}
