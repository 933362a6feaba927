/** A page that is printed for a session. */
export interface Print {
  readonly kind: 'slides' | 'bench-card' | 'booklet' | 'key' | 'cards' | 'sheet';
  /** Path of the page below the language. */
  readonly path: string;
}

/** Pages that a trainer prints for a part of an agenda. @param part such as `case:bus-station` */
export function printsOf(part: string): Print[] {
  const [kind, id = ''] = part.split(':');
  switch (kind) {
    case 'module':
      return [
        { kind: 'slides', path: `workshop/slides/${id}` },
        { kind: 'bench-card', path: `${id}/bench-card` },
      ];
    case 'case':
      return [
        { kind: 'booklet', path: `workshop/booklets/${id}` },
        { kind: 'key', path: `workshop/keys/${id}` },
        { kind: 'cards', path: 'workshop/cards' },
      ];
    case 'exercise':
      return [{ kind: 'sheet', path: `workshop/exercises/${id}` }];
    default:
      return [];
  }
}
