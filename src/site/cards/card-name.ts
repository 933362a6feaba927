/** Splits "Bench card: judge" into kind and name; the name is used alone where the kind is already stated. */
export function cardName(title: string): { kind: string; name: string } {
  const [, kind = '', name = title] = /^([^:]+:) (.+)$/.exec(title) ?? [];
  return { kind, name };
}
