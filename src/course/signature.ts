import { z } from 'zod';
import { nonEmptyText } from './id.ts';

/** Professions that sign units of the course. */
export const reviewers = ['lawyer', 'clinician'] as const;
export type Reviewer = (typeof reviewers)[number];

/** The edition of a unit: two groups of three letters or digits (`src/content/reviewing/edition.ts`). */
const edition = z
  .string()
  .regex(
    /^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}$/,
    'an edition such as 7KQ-2MX, which npm run sign tells',
  );

const unitId = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]*(\/[a-z][a-z0-9-]*)?$/,
    'a unit, such as two-decisions or pre-trial/bench-card, which npm run sign lists',
  );

/** One entry of `content/<language>/signatures.yaml`: what one person signed on one day. */
export const signatureSchema = z.strictObject({
  /** Name and office as shown to readers. */
  by: nonEmptyText.max(120),
  as: z.enum(reviewers),
  /** Date of the signature, YYYY-MM-DD. */
  on: z.iso.date(),
  /** The edition of each unit that was signed. */
  reviewed: z
    .record(unitId, edition)
    .refine((units) => Object.keys(units).length > 0, 'at least one unit with its edition'),
});

export type SignatureEntry = z.output<typeof signatureSchema>;

export const signaturesSchema = z.array(signatureSchema);

/** A signature under one unit. */
export interface Signature {
  readonly by: string;
  readonly as: Reviewer;
  readonly on: string;
  /** Whether the unit is unchanged since it was signed. */
  readonly isCurrent: boolean;
}

/** Signatures by the id of a unit. */
export type Signatures = Readonly<Record<string, readonly Signature[]>>;

/** Review of the units of a page, as the trust line states it. */
export interface PageReview {
  /** The people with the last signature of a unit, without duplicates. */
  readonly by: readonly string[];
  /** Date of the latest signature, YYYY-MM-DD. */
  readonly on: string;
  /** Whether every unit is unchanged since it was signed. */
  readonly isCurrent: boolean;
}

/**
 * The review of all units of a page by one profession.
 * @returns undefined if one of the units was never signed
 */
export function pageReview(
  signatures: Signatures,
  units: readonly string[],
  as: Reviewer,
): PageReview | undefined {
  const last = units.map((unit) => lastOf((signatures[unit] ?? []).filter((one) => one.as === as)));
  const signed = last.filter((one) => one !== undefined);
  if (signed.length === 0 || signed.length < units.length) return undefined;
  return {
    by: [...new Set(signed.map(({ by }) => by))],
    on: signed.map(({ on }) => on).reduce((a, b) => (a > b ? a : b)),
    isCurrent: signed.every(({ isCurrent }) => isCurrent),
  };
}

/** The signature that counts: the latest current one, or else the latest. */
const lastOf = (signatures: readonly Signature[]): Signature | undefined =>
  signatures.toSorted(
    (a, b) => Number(b.isCurrent) - Number(a.isCurrent) || b.on.localeCompare(a.on),
  )[0];

/** The parts of a course that decide which units a page shows. */
interface UnitsOfPages {
  readonly modules: readonly {
    readonly id: string;
    readonly questions: readonly { readonly id: string; readonly use: 'lesson' | 'bank' }[];
  }[];
  readonly glossary: readonly { readonly id: string }[];
}

/**
 * Ids of the units that a page shows.
 * @param path of the page below the language, such as `pre-arrest/who-decides`
 * @param practiceQuestions ids of the practice questions on the page
 */
export function unitsOn(
  { modules, glossary }: UnitsOfPages,
  path: string,
  practiceQuestions: readonly string[] = [],
): string[] {
  const [folder = '', name] = path.split('/');
  const banks = (of: UnitsOfPages['modules']) =>
    of.flatMap(({ questions }) => questions.flatMap(({ id, use }) => (use === 'bank' ? id : [])));
  if (path === 'glossary') return glossary.map((term) => `glossary/${term.id}`);
  if (path === 'pre-test' || path === 'final') return banks(modules);
  const module = modules.find((each) => each.id === folder);
  if (name === 'check' || name === 'questions') return banks(module ? [module] : []);
  return [unitOfPage(path, module !== undefined), ...practiceQuestions];
}

/** Pages of a module that have the same name in each. */
const inEachModule = ['introduction', 'summary', 'bench-card'];

/**
 * Id of the unit of a page. For lessons and cases it is their own id, which is unique and permanent.
 * @param isInModule whether the path begins with a module
 */
export function unitOfPage(path: string, isInModule: boolean): string {
  const [folder = '', name = ''] = path.split('/');
  if (folder === 'cases' || (isInModule && !inEachModule.includes(name))) return name;
  return path;
}
