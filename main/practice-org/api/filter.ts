import { record } from '../http/exchange';

type Test = (item: unknown) => boolean;

/**
 * A filter in the language of SCIM (RFC 7644 section 3.4.2.2), as far as lists here need it:
 * `eq`, `ne`, `sw` and `co` on texts, `and`, `or` and parentheses. Null for what is not understood;
 * an absent filter lets everything through.
 */
export function parseFilter(text: string | null): Test | null {
  if (text === null || text.trim() === '') return () => true;
  const tokens = text.match(/\(|\)|"(?:[^"\\]|\\.)*"|[^\s()"]+/g) ?? [];
  const reader = createReader(tokens);
  const test = readEither(reader);
  return test && reader.isAtEnd() ? test : null;
}

interface Reader {
  /** The next token, if it is this word. */
  take(word: string): boolean;
  next(): string | undefined;
  isAtEnd(): boolean;
}

function createReader(tokens: readonly string[]): Reader {
  let index = 0;
  return {
    take(word) {
      const isNext = tokens[index]?.toLowerCase() === word;
      if (isNext) index += 1;
      return isNext;
    },
    next: () => tokens[index++],
    isAtEnd: () => index >= tokens.length,
  };
}

function readEither(reader: Reader): Test | null {
  let test = readAll(reader);
  while (test && reader.take('or')) {
    const [left, right]: (Test | null)[] = [test, readAll(reader)];
    test = left && right ? (item) => left(item) || right(item) : null;
  }
  return test;
}

function readAll(reader: Reader): Test | null {
  let test = readOne(reader);
  while (test && reader.take('and')) {
    const [left, right]: (Test | null)[] = [test, readOne(reader)];
    test = left && right ? (item) => left(item) && right(item) : null;
  }
  return test;
}

function readOne(reader: Reader): Test | null {
  if (reader.take('(')) {
    const test = readEither(reader);
    return reader.take(')') ? test : null;
  }
  const path = reader.next() ?? '';
  const compare = comparisons[reader.next()?.toLowerCase() ?? ''];
  const wanted = /^"(.*)"$/.exec(reader.next() ?? '')?.[1]?.replaceAll(/\\(.)/g, '$1');
  if (!/^[A-Za-z][\w.]*$/.test(path) || !compare || wanted === undefined) return null;
  return (item) => compare(valueAt(item, path), wanted);
}

const comparisons: Readonly<Record<string, (value: string, wanted: string) => boolean>> = {
  eq: (value, wanted) => value === wanted,
  ne: (value, wanted) => value !== wanted,
  sw: (value, wanted) => value.startsWith(wanted),
  co: (value, wanted) => value.includes(wanted),
};

function valueAt(item: unknown, path: string): string {
  const value = path.split('.').reduce((part: unknown, name) => record(part)[name], item);
  return typeof value === 'string' ? value : '';
}
