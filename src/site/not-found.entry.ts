// The page for a missing address is served at any depth. It requests this script at every depth that the site has
// (`404.astro`); the address at which it is found reveals the root of the site.
const { src } = document.currentScript as HTMLScriptElement;
const root = new URL('..', src);

/** Moves an address from the root of the host to the root of the site. */
const atRoot = (address: string | null) => new URL(String(address).slice(1), root).href;

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="/"]'))
  link.href = atRoot(link.getAttribute('href'));
for (const sheet of document.querySelectorAll<HTMLLinkElement>('link[href^="/"]'))
  sheet.href = atRoot(sheet.getAttribute('href'));
