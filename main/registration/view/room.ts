import { bounds } from '../../../preload/contract/registration/bounds';
import { type MessageView } from '../../../preload/contract/registration/message';
import { listedOptions } from '../idx/control';
import type { Input } from '../idx/remediation';

/**
 * What a step holds in all, so that a call stays fast and a page can be drawn: lists of single forms
 * that people reported have 1,200 entries, whole forms below 100 fields.
 */
const inAll = { options: 10_000, fields: 400, messages: 200 } as const;

/** How much of a form there is room for in a step. What there is none for is left out, and said. */
export class Room {
  /** Entries of one list: all of them where that fits, else the same number of every long list. */
  readonly #share: number;
  #fields: number = inAll.fields;
  #messages: number = inAll.messages;
  #isLeftOut: boolean;

  /** @param isCut something was left out before */
  constructor(inputs: readonly Input[], isCut = false) {
    this.#isLeftOut = isCut;
    this.#share = Math.min(bounds.options, fairShare(listLengths(inputs), inAll.options));
  }

  options<Option>(all: readonly Option[]): readonly Option[] {
    return this.#take(all, this.#share);
  }

  fields<Field>(all: readonly Field[]): readonly Field[] {
    const taken = this.#take(all, Math.min(bounds.fields, this.#fields));
    this.#fields -= taken.length;
    return taken;
  }

  messages<Message>(all: readonly Message[]): readonly Message[] {
    const taken = this.#take(all, this.#messages);
    this.#messages -= taken.length;
    return taken;
  }

  /** Says that something was left out, where it was; the key is the app's own. */
  get notice(): MessageView[] {
    if (!this.#isLeftOut) return [];
    return [{ level: 'warning', key: 'app.left-out', params: [], text: '', links: [] }];
  }

  #take<Part>(all: readonly Part[], most: number): readonly Part[] {
    if (all.length <= most) return all;
    this.#isLeftOut = true;
    return all.slice(0, most);
  }
}

function listLengths(inputs: readonly Input[]): number[] {
  return inputs.flatMap((input) =>
    input.choices.length > 0
      ? [input.choices.length, ...input.choices.flatMap((choice) => listLengths(choice.inputs))]
      : [listedOptions(input).length],
  );
}

/** The largest length at which all lists, cut to it, are within the total. */
function fairShare(lengths: readonly number[], total: number): number {
  const rising = [...lengths].sort((a, b) => a - b);
  let left = total;
  for (const [index, length] of rising.entries()) {
    const share = Math.floor(left / (rising.length - index));
    if (length > share) return share;
    left -= length;
  }
  return total;
}
