import { diagnosticLine, type Diagnostic } from './diagnostic.ts';

/** Prints faults as an author reads them on a terminal, each once, and makes the command fail. */
export function reportDiagnostics(faults: readonly Diagnostic[], root: string): void {
  // What is wrong in a file that languages share is told once.
  const lines = [...new Set(faults.map((fault) => `  ${root}/${diagnosticLine(fault)}`))];
  console.error(`The content has ${lines.length} fault${lines.length === 1 ? '' : 's'}:\n`);
  console.error(lines.join('\n'));
  process.exitCode = 1;
}
