import type { Reply } from '../http/exchange';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; }
  main { max-width: 28rem; padding: 2rem; text-align: center; }
  h1 { font-size: 1.375rem; }
  output { display: block; font-size: 2rem; letter-spacing: 0.2em; margin: 1rem 0; }
`;

/** A page of the org itself. Nothing on it is fetched, and nothing on it runs. */
export function page(
  status: number,
  content: { key: string; title: string; paragraphs: readonly string[]; code?: string },
): Reply {
  const { key, title, paragraphs, code } = content;
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      'Referrer-Policy': 'no-referrer',
    },
    body: `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
<main data-message="${escapeHtml(key)}">
<h1>${escapeHtml(title)}</h1>
${code === undefined ? '' : `<output>${escapeHtml(code)}</output>`}
${paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}
</main>
</html>
`,
  };
}
