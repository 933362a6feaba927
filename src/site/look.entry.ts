import './look.ts';

// Opens the fold that the address targets, such as a source. Kept tiny, because the page of sources has no bytes left
// (P52).
document.getElementById(location.hash.slice(1))?.setAttribute('open', '');
