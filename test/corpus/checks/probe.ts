import type { Desk } from '../desk';
import type { Play } from '../fake-org';
import { patience } from '../patience';
import type { Reading } from '../reading/answer';
import type { Screen } from '../screen';

/** An answer, and the page it has led to. */
export interface Probe {
  readonly reading: Reading;
  readonly desk: Desk;
  readonly screen: Screen;
}

/** What is missing on the page, in words; nothing where all is well. */
export type Check = (probe: Probe) => string[] | Promise<string[]>;

/** Waits for what the page does on its own time. */
export async function until<Value>(
  look: () => Promise<Value> | Value,
  isThere: (value: Value) => boolean,
  milliseconds = patience,
): Promise<Value> {
  const deadline = Date.now() + milliseconds;
  let value = await look();
  while (!isThere(value) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    value = await look();
  }
  return value;
}

/** The same answer to everything: the app is never moved on. */
export function standing(reading: { readonly status: number; readonly text: string }): Play {
  const answer = { status: reading.status, text: reading.text };
  return { introspect: answer, post: () => answer };
}

/** The controls that fill in a field. */
export function named(name: string): string {
  return `[name=${JSON.stringify(name)}]`;
}
