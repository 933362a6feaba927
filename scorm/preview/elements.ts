import type { Elements } from '../standards/standard.ts';

/** Whether a value is a data model: strings by element name. */
export const isElements = (value: unknown): value is Elements =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((each) => typeof each === 'string');
