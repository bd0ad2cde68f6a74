/** What the app knows of a message of the org; its words are under `messages.<id>`. */
export interface Explanation {
  readonly keys: readonly string[];
  /** Who can change it. */
  readonly fixer: 'person' | 'staff' | 'administrator';
  /** When trying again helps. */
  readonly again: 'now' | 'later' | 'no';
  /** Where an administrator finds it, in the words of the Admin Console, which are English. */
  readonly place?: string;
  /** The org's own words say more than the app can know. */
  readonly isQuoted?: true;
  /** What the message's parameters are, by the placeholders of the text. */
  readonly params?: readonly Param[];
}

export type Param = 'app' | 'count' | 'host';

export function now(...keys: string[]): Explanation {
  return { keys, fixer: 'person', again: 'now' };
}

export function later(...keys: string[]): Explanation {
  return { keys, fixer: 'person', again: 'later' };
}

/** Something else has to be done first; the text says what. */
export function never(...keys: string[]): Explanation {
  return { keys, fixer: 'person', again: 'no' };
}

export function staff(again: Explanation['again'], ...keys: string[]): Explanation {
  return { keys, fixer: 'staff', again };
}

export function administrator(place: string, ...keys: string[]): Explanation {
  return { keys, fixer: 'administrator', again: 'no', place };
}
