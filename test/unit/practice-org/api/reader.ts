import type { Answered, Json, TestOrg } from '../practice';

/** Reads an org's management API as its administrator, or as somebody with less. */
export function readerOf(org: TestOrg, authorization = `SSWS ${org.apiToken}`) {
  const get = (path: string): Promise<Answered> =>
    org.get(path.startsWith('http') ? path : `/api/v1/${path}`, { Authorization: authorization });
  return {
    get,
    simulate: (body: unknown) =>
      org.postJson('/api/v1/policies/simulate', body, { Authorization: authorization }),
    /** The whole of a list, however many pages it has. */
    async all(path: string): Promise<readonly Json[]> {
      const page = await get(path);
      const items = JSON.parse(page.text) as Json[] | Json;
      if (!Array.isArray(items)) return [];
      const next = nextOf(page);
      return next === null ? items : [...items, ...(await this.all(next))];
    },
  };
}

export function nextOf({ headers }: Answered): string | null {
  return /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1] ?? null;
}

/** What stands at a path of an answer, where a number is a place in a list. */
export function at(answer: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], answer);
}
