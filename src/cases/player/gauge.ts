/** Position of a level, 0 to 10, on a gauge: 3 to 97 %, so that the stop at either end is whole. */
export const onGauge = (level: number): string => `${3 + level * 9.4}%`;

/**
 * Sets the gauge (`Gauge.astro`) that stands in an element.
 * @param name accessible name, for those who do not see it
 * @param before the level it had; its hollow stop lies behind the other where nothing moved
 */
export function setGauge(within: Element, name: string, level: number, before = level): void {
  within.querySelector('svg')?.setAttribute('aria-label', name);
  const [was, now] = within.querySelectorAll('circle');
  was?.setAttribute('cx', onGauge(before));
  now?.setAttribute('cx', onGauge(level));
}
