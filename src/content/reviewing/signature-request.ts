import { reviewers, signatureSchema, type SignatureEntry } from '../../course/signature.ts';
import type { ReviewSheet } from './review-sheet.ts';

/** A request to record a signature, from the options of `npm run sign`. */
export interface SignatureRequest {
  readonly by?: string | undefined;
  readonly as?: string | undefined;
  readonly on: string;
  /** Id of the sheet that was signed, with the edition that is printed on it. */
  readonly sheet?: string | undefined;
  readonly edition?: string | undefined;
  /** Single units, as `two-decisions=7KQ-2MX`. */
  readonly units: readonly string[];
}

/**
 * The entry of `signatures.yaml` for a signature. It contains the signed editions, never those of later text.
 * @returns the reasons why it cannot be recorded, as sentences with a remedy
 */
export function signatureEntry(
  request: SignatureRequest,
  sheets: readonly ReviewSheet[],
): SignatureEntry | readonly string[] {
  const { by, as, on, sheet: id, edition, units } = request;
  const refused: string[] = [];
  if (!by) refused.push('Write who signed: --by "Name, office".');
  if (!reviewers.some((reviewer) => reviewer === as))
    refused.push(`Write as what: --as ${reviewers.join(' or --as ')}.`);
  const sheet = sheets.find((each) => each.id === id);
  if (id === undefined && units.length === 0)
    refused.push(
      'Write what was signed: --sheet pre-trial --edition 7KQ-2MX, or --unit two-decisions=7KQ-2MX.',
    );
  if (id !== undefined && sheet === undefined)
    refused.push(
      `There is no sheet "${id}". Write one of: ${sheets.map((each) => each.id).join(', ')}.`,
    );
  if (sheet !== undefined && edition === undefined)
    refused.push(
      `Write the edition that is printed at the head of the worksheet: --edition ${sheet.edition}.`,
    );
  else if (sheet !== undefined && edition !== sheet.edition)
    refused.push(
      `The worksheet ${sheet.id} is in edition ${sheet.edition} now, and ${edition} was signed. ` +
        'Write down the units one by one, with the editions that the signed sheet lists: --unit two-decisions=7KQ-2MX.',
    );
  const unitIds = new Set(sheets.flatMap((each) => each.units.map((unit) => unit.id)));
  const single = units.map((unit) => {
    const [name = '', signed = ''] = unit.split('=');
    if (!unitIds.has(name))
      refused.push(`The course has no unit "${name}". "npm run sign" lists them.`);
    return [name, signed] as const;
  });
  if (refused.length > 0) return refused;
  const whole = (sheet?.units ?? []).map((unit) => [unit.id, unit.edition] as const);
  const entry = { by, as, on, reviewed: Object.fromEntries([...whole, ...single]) };
  const read = signatureSchema.safeParse(entry);
  if (read.success) return read.data;
  return read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}.`);
}
