/**
 * The styles of a page's first view stand in the page. Where the policy of a host refuses them, a style has no sheet:
 * then the page links the whole sheets, as it does for readers without scripts.
 */
const [style] = document.getElementsByTagName('style');
if (style && !style.sheet)
  style.outerHTML = String(document.querySelector('head>noscript')?.textContent);
