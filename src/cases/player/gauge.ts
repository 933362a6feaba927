const svg = 'http://www.w3.org/2000/svg';

/**
 * A level, 0 to 10, drawn: a line with eleven marks and a stop where it stands.
 * @param name what it is called for those who do not see it
 * @param before the level it had; drawn hollow where it was another
 */
export function gauge(level: number, name: string, before = level): SVGElement {
  const drawn = document.createElementNS(svg, 'svg');
  drawn.setAttribute('class', 'gauge');
  drawn.setAttribute('role', 'img');
  drawn.setAttribute('aria-label', name);
  // From 3 to 97 %, so that the stop at either end is whole.
  const at = (level: number) => `${3 + level * 9.4}%`;
  const add = (tag: string, attributes: Record<string, string>) => {
    const shape = document.createElementNS(svg, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
    drawn.append(shape);
  };
  const line = (x1: string, x2: string, y1: string, y2: string) => add('line', { x1, x2, y1, y2 });
  line(at(0), at(10), '10', '10');
  for (let mark = 0; mark <= 10; mark++) line(at(mark), at(mark), '7', '13');
  if (before !== level) add('circle', { class: 'was', cx: at(before), cy: '10', r: '5' });
  add('circle', { cx: at(level), cy: '10', r: '6' });
  return drawn;
}
