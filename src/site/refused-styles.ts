/**
 * Links the complete stylesheets if the policy of a host blocks the inline styles of the first view. The `style`
 * element then has no sheet.
 */
const [style] = document.getElementsByTagName('style');
if (style && !style.sheet)
  style.outerHTML = String(document.querySelector('head>noscript')?.textContent);
