import { diagnosticLine, type Diagnostic } from './diagnostic.ts';

/** Prints diagnostics on the terminal, each once, and makes the command fail. */
export function reportDiagnostics(diagnostics: readonly Diagnostic[], root: string): void {
  const lines = [...new Set(diagnostics.map((one) => `  ${root}/${diagnosticLine(one)}`))];
  console.error(
    `The content check found ${lines.length} problem${lines.length === 1 ? '' : 's'}:\n`,
  );
  console.error(lines.join('\n'));
  process.exitCode = 1;
}
