import { chooseLanguage, languageRow } from '../../../preload/languages';
import { type BrowserTexts, loadTexts } from '../../texts';

export type PageName = keyof BrowserTexts;

const style = `
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  main { max-width: 28rem; margin: 20vh auto 0; padding: 0 1.5rem; }
  h1 { font-size: 1.5rem; line-height: 1.25; }`;

/** A page of the server's own, in the first of `languages` it is written in, else in English. */
export async function renderPage(
  name: PageName,
  languages: readonly string[],
  nonce: string,
): Promise<string> {
  const language = chooseLanguage(languages);
  const { title, text } = (await loadTexts('browser', language))[name];
  return `<!doctype html>
<html lang="${language}" dir="${languageRow(language).direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body><main><h1>${title}</h1><p>${text}</p></main></body>
</html>
`;
}

/**
 * A page that goes on to the app by itself, once. A browser keeps a `SameSite=Strict` cookie back
 * for what another site's link began, but not when a page of ours moves on.
 */
export function renderForwardPage(): string {
  return '<!doctype html><meta http-equiv="refresh" content="0;url=/?again"><title>Frontdesk</title>';
}

/** Puts the bridge before the app's own scripts, which are modules and so run after it. */
export function withBridge(page: string): string {
  return page.replace(/<head>/i, '<head><script src="/bridge.js"></script>');
}
