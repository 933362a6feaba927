/** Puts values into the places, `{name}`, of a sentence that came with the page. */
export const fill = (
  sentence: string | undefined,
  values: Readonly<Record<string, string | number>>,
): string =>
  (sentence ?? '').replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? inDigits.format(value) : (value ?? place);
  });

const { lang } = document.documentElement;
const inDigits = /* @__PURE__ */ new Intl.NumberFormat(lang);
const inPercent = /* @__PURE__ */ new Intl.NumberFormat(lang, { style: 'percent' });

/** A share, 0 to 1, as readers of the page's language write it. */
export const percent = (share: number): string => inPercent.format(share);

/** The part of an element that a script fills or shows. @throws when the page has none */
export function part(of: ParentNode, name: string): HTMLElement {
  const found = of.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (found === null) throw new Error(`the page has no part "${name}"`);
  return found;
}
