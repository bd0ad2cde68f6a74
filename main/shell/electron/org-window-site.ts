import { readBody } from '../../network/read-body';
import { readJson } from '../../network/read-json';
import { builtAsset, builtPage, orgPagePath, toServedPage } from '../../org-page/address';
import { orgPageHeaders } from '../../org-page/headers';
import { type OrgPageRequest, readOutcome, toPageTask } from '../../org-page/messages';
import { sourcesOf } from '../../org-page/sources';
import type { OrgPageOutcome } from '../../platform';
import type { BuiltFiles } from '../built-files';

export interface OrgWindowSite {
  /** The address to load. */
  readonly address: URL;
  answer(request: Request): Promise<Response>;
}

/** The page at the org's address, and the end of its task: all answered from here. */
export function createOrgWindowSite(options: {
  readonly request: OrgPageRequest;
  readonly files: BuiltFiles;
  /** Known to the page alone: a frame of a captcha has the same session. */
  readonly ticket: string;
  onOutcome(outcome: OrgPageOutcome): void;
}): OrgWindowSite {
  const { request, files, ticket, onOutcome } = options;
  const headers = orgPageHeaders(sourcesOf(request.task, request.orgUrl));
  const address = new URL(`${orgPagePath}?ticket=${ticket}`, request.orgUrl);
  const reply = (status: number, body: string | Uint8Array<ArrayBuffer> | null = null, type = '') =>
    new Response(body, {
      status,
      headers: { ...headers, ...(type !== '' && { 'Content-Type': type }) },
    });

  async function file(path: string): Promise<Response> {
    const found = files.get(`/${path}`);
    if (!found) return reply(404);
    const content = await found.read('');
    if (path !== builtPage) return reply(200, content, found.contentType);
    return reply(200, toServedPage(new TextDecoder().decode(content)), found.contentType);
  }

  return {
    address,
    async answer(asked) {
      const { pathname, searchParams } = new URL(asked.url);
      const asset = builtAsset(pathname);
      if (asset !== null) return file(asset);
      if (searchParams.get('ticket') !== ticket) return reply(403);
      switch (`${asked.method} ${pathname.slice(orgPagePath.length)}`) {
        case 'GET ':
          return file(builtPage);
        case 'GET /task':
          return reply(200, JSON.stringify(toPageTask(request)), 'application/json');
        case 'POST /result': {
          const body = await readBody(new Response(asked.body));
          const read = body.kind === 'text' ? readJson(body.text) : null;
          const outcome = read?.kind === 'json' ? readOutcome(read.value) : null;
          if (!outcome) return reply(400);
          onOutcome(outcome);
          return reply(204);
        }
        // The window's own end tells it.
        case 'POST /left':
          return reply(204);
        default:
          return reply(404);
      }
    },
  };
}
