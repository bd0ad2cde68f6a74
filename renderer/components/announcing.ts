import { inject, type InjectionKey } from 'vue';

/** Has a text read out once, politely. */
export type Announce = (text: string) => void;

export const announceKey: InjectionKey<Announce> = Symbol('announce');

/** For parts that know no store: the app says how it reads something out. */
export function useAnnounce(): Announce {
  const announce = inject(announceKey);
  if (announce === undefined) throw new Error('The app provides nothing that reads out.');
  return announce;
}
