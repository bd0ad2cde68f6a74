import type { Access } from './access';
import { clearHandOvers, type HandOver, handOverPlaces, writeHandOver } from './hand-over';
import { openPage } from './open-external';

/** How a person comes to the page: a link that works once, and a page on disk that leads to it. */
export interface Entrance {
  /** A new link, and where it is asked for a page for an opener; null where none can be private. */
  prepare(isPageWanted: boolean): { readonly url: string; readonly page: string | null };
  /** A link has been used: the pages on disk are of no use any more. */
  close(): void;
}

/** Milliseconds after which a page on disk goes although nobody has used it. */
const pageLife = 60_000;

export function createEntrance(access: Access, userData: string): Entrance {
  const places = handOverPlaces(userData);
  clearHandOvers(places);
  const handOvers = new Set<HandOver>();
  const drop = (handOver: HandOver) => {
    handOver.remove();
    handOvers.delete(handOver);
  };
  // Also after an end that was not foreseen; what a kill leaves leads nowhere, and the next start removes it.
  process.once('exit', () => handOvers.forEach(drop));
  return {
    prepare(isPageWanted) {
      const url = access.createLink();
      const handOver = isPageWanted ? writeHandOver(url, places) : null;
      if (handOver) {
        handOvers.add(handOver);
        setTimeout(() => drop(handOver), pageLife).unref();
      }
      return { url, page: handOver?.page ?? null };
    },
    close: () => handOvers.forEach(drop),
  };
}

/** Where the person finds the link that no browser was sent to. */
const useLink = 'Open the printed link in your browser yourself; it works once.';

/**
 * Opens the page and says on the terminal where that did not work. `hasEntered` is asked a while
 * later: an opener cannot tell that a browser was not allowed to read the file.
 */
export async function openEntrance(
  page: string | null,
  say: (text: string) => void,
  hasEntered: () => boolean,
): Promise<void> {
  if (page === null) {
    say(`Frontdesk opens no browser: no folder keeps the link from other users. ${useLink}`);
    return;
  }
  if (!(await openPage(page))) return;
  setTimeout(() => {
    if (!hasEntered()) {
      say(`No page has come up yet; perhaps the browser may not read ${page}. ${useLink}`);
    }
  }, 15_000).unref();
}
