/** "Bench card: judge" is the kind of a sheet and its name, which stands alone where the kind is said already. */
export function cardName(title: string): { kind: string; name: string } {
  const [, kind = '', name = title] = /^([^:]+:) (.+)$/.exec(title) ?? [];
  return { kind, name };
}
