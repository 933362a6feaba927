import fc from 'fast-check';

/** Characters that a text may come back with: its own alphabet, and some that are not of it. */
const characters = Array.from('ABCxyz0189-_.~ 2"<&é');

export type Mutation = (text: string) => string;

/** Changes that can happen to a text on its way to an LMS and back, one at a time. */
export const anyMutation: fc.Arbitrary<Mutation> = fc
  .record({
    kind: fc.constantFrom('delete', 'insert', 'swap', 'replace', 'cut', 'trim'),
    at: fc.nat(10_000),
    to: fc.nat(10_000),
    character: fc.constantFrom(...characters),
  })
  .map(({ kind, at, to, character }) => (text: string) => {
    const place = at % text.length;
    const other = to % text.length;
    switch (kind) {
      case 'delete':
        return text.slice(0, place) + text.slice(place + 1);
      case 'insert':
        return text.slice(0, place) + character + text.slice(place);
      case 'replace':
        return text.slice(0, place) + character + text.slice(place + 1);
      case 'cut':
        return text.slice(0, place);
      case 'trim':
        return text.slice(place);
      default: {
        const all = Array.from(text);
        return all
          .with(place, all[other] ?? '')
          .with(other, all[place] ?? '')
          .join('');
      }
    }
  });
