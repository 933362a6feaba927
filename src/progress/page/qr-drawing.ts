import { encode } from 'uqr';

const svg = 'http://www.w3.org/2000/svg';

/**
 * A QR code (ISO/IEC 18004) of a text, black on white in both schemes, as scanners expect.
 * @param label text alternative
 * @param widest available width, in CSS pixels
 */
export function qrDrawing(text: string, label: string, widest: number): SVGElement {
  // The quiet zone is four modules wide (section 5.3.8); many modules need no stronger correction than L.
  const { data, size } = encode(text, { ecc: 'L', boostEcc: true, border: 4 });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  const side = Math.max(1, Math.min(widest, size * 5));
  return element(
    'svg',
    {
      viewBox: `0 0 ${size} ${size}`,
      width: side,
      height: side,
      role: 'img',
      'aria-label': label,
      'shape-rendering': 'crispEdges',
    },
    [
      element('path', { d: `M0 0h${size}v${size}H0z`, fill: '#fff' }),
      element('path', { d: path, fill: '#000' }),
    ],
  );
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly SVGElement[] = [],
): SVGElement {
  const made = document.createElementNS(svg, name);
  for (const [attribute, value] of Object.entries(attributes))
    made.setAttribute(attribute, String(value));
  made.append(...children);
  return made;
}
