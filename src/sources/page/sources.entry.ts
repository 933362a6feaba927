import '../../site/look.ts';

// Who follows a link to a source reads it at once.
const named = document.getElementById(location.hash.slice(1));
if (named instanceof HTMLDetailsElement) named.open = true;
