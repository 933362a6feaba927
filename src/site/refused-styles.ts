/**
 * The styles of a page's first view are inline. If the policy of a host blocks them, the style element has no sheet:
 * the page then links the complete sheets, as it does for readers without scripts.
 */
const [style] = document.getElementsByTagName('style');
if (style && !style.sheet)
  style.outerHTML = String(document.querySelector('head>noscript')?.textContent);
