// Printable ASCII without `"` and `\`, which a script file would have to escape.
const alphabet = Array.from({ length: 126 - 35 + 1 }, (_, i) => String.fromCharCode(35 + i))
  .filter((character) => character !== '\\')
  .join('');
/** Characters below this end a number; those from it on say that more follows. */
const last = 70;
const more = alphabet.length - last;

/**
 * Writes whole numbers (0 or more) as text: one character for a number below 70, which nearly all
 * are. Every character stands for a number of its own, so that the server's compression sees their
 * frequencies; base64 would hide them.
 */
export const encodeVarints = (numbers: Iterable<number>): string =>
  Array.from(numbers, (number) => {
    let text = alphabet.charAt(number % last);
    for (let rest = Math.floor(number / last); rest > 0; rest = Math.floor((rest - 1) / more))
      text = alphabet.charAt(last + ((rest - 1) % more)) + text;
    return text;
  }).join('');

/** The error for a file of the index that ends too early or holds a character that its numbers are not written in. */
export const damaged = () => new Error('search index damaged: publish it anew');

/**
 * Reads what `encodeVarints` wrote.
 * @throws Error on a character that is not a digit of this alphabet
 */
export function decodeVarints(text: string): number[] {
  const numbers: number[] = [];
  let high = 0;
  for (const character of text) {
    const value = alphabet.indexOf(character);
    if (value < 0) throw damaged();
    if (value < last) {
      numbers.push(high * last + value);
      high = 0;
    } else high = high * more + value - last + 1;
  }
  return numbers;
}
