import { oktaId } from '../ids';

/** The id of what a name stands for in this org: made up when it is first asked for. */
export type NamedIds = (prefix: string, name: string) => string;

export function createNamedIds(): NamedIds {
  const ids = new Map<string, string>();
  return (prefix, name) => {
    const key = `${prefix}/${name}`;
    const id = ids.get(key) ?? oktaId(prefix);
    ids.set(key, id);
    return id;
  };
}
