import { LineCounter, parseDocument } from 'yaml';
import type { YamlText } from '../diagnostics/yaml-text.ts';
import { yamlDiagnostics } from '../diagnostics/yaml-diagnostics.ts';

/** More anchors than an author writes by mistake; composing many takes the library quadratic time. */
const mostAnchors = 100;

/** Parses YAML text. Never throws. */
export function parseYaml(source: string, file: string, lineBefore = 0): YamlText {
  const lines = new LineCounter();
  const place = { file, source, lineBefore, lines };
  const unreadable = (message: string, suggestion: string): YamlText => ({
    ...place,
    diagnostics: [{ rule: 'yaml-syntax', file, message, suggestion }],
  });
  if ((source.match(/(?:^|[\s:,[{-])[&*][^\s,\]}]/gm)?.length ?? 0) > mostAnchors)
    return unreadable(
      'Very many texts begin with & or *, which YAML reads as names of its own.',
      'Put each such text in quotes.',
    );
  try {
    const document = parseDocument(source, { lineCounter: lines });
    const diagnostics = yamlDiagnostics(document, source, lines, file, lineBefore);
    return { ...place, ...(document.errors.length === 0 && { document }), diagnostics };
  } catch (error) {
    return error instanceof RangeError
      ? unreadable('The fields are nested too deeply to be read.', 'Write them less deep.')
      : unreadable(`The file cannot be read: ${String(error)}.`, 'Correct its YAML.');
  }
}
