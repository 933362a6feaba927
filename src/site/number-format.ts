const { lang } = document.documentElement;
const inPercent = /* @__PURE__ */ new Intl.NumberFormat(lang, { style: 'percent' });

/** Formats numbers in the language of the page. */
export const numberFormat = /* @__PURE__ */ new Intl.NumberFormat(lang);

/** Formats a share, 0 to 1, as a percentage in the language of the page. */
export const formatPercent = (share: number): string => inPercent.format(share);
