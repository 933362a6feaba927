// The page for a missing address stands at whatever depth somebody asked for. This script is asked for
// at every depth that the site has (`404.astro`); where it is found, it knows the root of the site.
const { src } = document.currentScript as HTMLScriptElement;
const root = new URL('..', src);

/** An address that starts at the root of the host, at the root of the site. */
const atRoot = (address: string | null) => new URL(String(address).slice(1), root).href;

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="/"]'))
  link.href = atRoot(link.getAttribute('href'));
for (const sheet of document.querySelectorAll<HTMLLinkElement>('link[href^="/"]'))
  sheet.href = atRoot(sheet.getAttribute('href'));
