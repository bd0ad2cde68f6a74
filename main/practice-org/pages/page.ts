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
  form { display: grid; gap: 1rem; text-align: start; }
  label { display: grid; gap: 0.25rem; }
  input, button { font: inherit; min-height: 2.75rem; padding: 0 0.75rem; box-sizing: border-box; }
`;

export interface PageForm {
  /** Where the browser may be taken after it was sent, as a CSP source. */
  readonly leadsTo: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly fields: readonly {
    readonly name: string;
    readonly label: string;
    readonly type: 'text' | 'email';
    readonly value: string;
  }[];
  /** The value of `answer` that each sends, and its words. */
  readonly buttons: Readonly<Record<string, string>>;
}

export interface Page {
  readonly key: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly code?: string;
  /** Sent to the address of the page itself. */
  readonly form?: PageForm;
}

/** A page of the org itself. Nothing on it is fetched, and nothing on it runs. */
export function page(status: number, { key, title, paragraphs, code, form }: Page): Reply {
  const formAction = form ? `'self' ${form.leadsTo}` : "'none'";
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action ${formAction}`,
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
${form ? drawForm(form) : ''}
</main>
</html>
`,
  };
}

function drawForm({ hidden, fields, buttons }: PageForm): string {
  const inputs = Object.entries(hidden).map(
    ([name, value]) =>
      `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const asked = fields.map(
    ({ name, label, type, value }) =>
      `<label>${escapeHtml(label)} <input name="${escapeHtml(name)}" type="${type}" value="${escapeHtml(value)}" required></label>`,
  );
  const answers = Object.entries(buttons).map(
    ([value, words], index) =>
      `<button name="answer" value="${escapeHtml(value)}"${index > 0 ? ' formnovalidate' : ''}>${escapeHtml(words)}</button>`,
  );
  return `<form method="post">\n${[...inputs, ...asked, ...answers].join('\n')}\n</form>`;
}
