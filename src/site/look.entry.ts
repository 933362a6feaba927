import './look.ts';

// Opens the fold that the address targets, such as a source. It is short because the page of sources is at its size
// limit (P52).
document.getElementById(location.hash.slice(1))?.setAttribute('open', '');
