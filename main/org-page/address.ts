/** Where the page is, below the org's own origin. Nothing of Okta's is there. */
export const orgPagePath = '/frontdesk/verify';

/** The page in the renderer's build. */
export const builtPage = 'org-page/index.html';

const assets = `${orgPagePath}/assets/`;

/** The built page as it is served: its scripts and styles lie below its own address. */
export function toServedPage(built: string): string {
  return built.replaceAll('../assets/', assets);
}

/** `assets/index-B2x.js` of the build for the path of a request; null for every other path. */
export function builtAsset(path: string): string | null {
  const name = path.startsWith(assets) ? path.slice(assets.length) : '';
  return /^[\w-][\w.-]*\.(js|css)$/.test(name) ? `assets/${name}` : null;
}
