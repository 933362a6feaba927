/** Mode in which a unit is launched (cmi5 10.2.2). */
export type LaunchMode = 'Normal' | 'Browse' | 'Review';

/** The account of the learner on the platform. */
export interface Account {
  readonly homePage: string;
  readonly name: string;
}

/** Context template of a session (cmi5 10.2.1). */
export interface ContextTemplate {
  readonly contextActivities: { readonly grouping: readonly { readonly id: string }[] };
  readonly extensions: Readonly<Record<string, string>>;
}

/** One activity or a list: xAPI allows a single activity without brackets (1.0.3, 2.4.6.2). */
type Activities = { readonly id: string } | readonly { readonly id: string }[];

/** A statement as it arrived. */
export interface Arrived {
  readonly id?: string;
  readonly actor?: Record<string, unknown>;
  readonly verb?: { readonly id?: string };
  readonly object?: { readonly id?: string };
  readonly result?: {
    readonly score?: Readonly<Record<string, number>>;
    readonly success?: boolean;
    readonly completion?: boolean;
    readonly duration?: string;
    readonly response?: string;
  };
  readonly context?: {
    readonly registration?: string;
    readonly contextActivities?: Readonly<Record<string, Activities>>;
    readonly extensions?: Readonly<Record<string, unknown>>;
  };
  readonly timestamp?: string;
}

export const verbs = 'http://adlnet.gov/expapi/verbs/';
export const categories = 'https://w3id.org/xapi/cmi5/context/categories/';

const extension = 'https://w3id.org/xapi/cmi5/context/extensions/';
/** IRIs of context extensions by meaning (cmi5 9.6.3). */
export const extensions = {
  session: `${extension}sessionid`,
  mastery: `${extension}masteryscore`,
  mode: `${extension}launchmode`,
  address: `${extension}launchurl`,
  moveOn: `${extension}moveon`,
  parameters: `${extension}launchparameters`,
} as const;

/** The name of a verb defined by cmi5, or the full IRI of any other verb. */
export const nameOf = ({ verb }: Arrived): string =>
  verb?.id?.replace(verbs, '').replace('https://w3id.org/xapi/adl/verbs/', '') ?? '';

/** Ids of activities; xAPI allows one activity in place of a list. */
export const idsOf = (activities: Activities | undefined): string[] =>
  [activities ?? []].flat().map(({ id }) => id);

/** The cmi5 categories of a statement: `cmi5`, `moveon`. */
export const categoriesOf = ({ context }: Arrived): string[] =>
  idsOf(context?.contextActivities?.['category']).map((id) => id.replace(categories, ''));

/** Whether a statement is "cmi5 defined" rather than "cmi5 allowed" (cmi5 7.1.3). */
export const isDefined = (statement: Arrived): boolean => categoriesOf(statement).includes('cmi5');

/** Whether a value is the account of an agent (xAPI 1.0.3, Part Two, 2.4.2.4). */
export const isSameAccount = (value: unknown, { homePage, name }: Account): boolean => {
  const account = value as Partial<Account> | null | undefined;
  return account?.homePage === homePage && account.name === name;
};
