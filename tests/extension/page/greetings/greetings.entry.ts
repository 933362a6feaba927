import { part } from '../../../../src/site/query-part.ts';

const count = part(document, 'count');
count.textContent = String(document.querySelectorAll('main p').length);
count.hidden = false;
