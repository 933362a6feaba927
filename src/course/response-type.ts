/**
 * Type of the response to a question: what is graded, stored, reported and put on an answer sheet, whatever the
 * question looks like. QTI separates an interaction from its response declaration in the same way.
 *
 * The list is closed. Its names are stored (`kind` of a question in a `Structure`), and each of them is
 * an interaction type of the standards (SCORM 1.2 RTE 3.4.4; SCORM 2004 RTE 4.2.9):
 *
 * | Type | A response is | SCORM |
 * | --- | --- | --- |
 * | `single` | one option | `choice` |
 * | `several` | some of the options, in any order | `choice` |
 * | `matching` | for each item, in authored order, one target | `matching` |
 * | `ordering` | all steps, in the order in which they were placed | `sequencing` |
 * | `numeric` | one number, as text in ASCII | `numeric` |
 * | `continuum` | for each item, in authored order, one stage of the continuum | `matching` |
 *
 * A question kind names the type that fits it; a new kind needs no new type.
 */
export const responseTypes = [
  'single',
  'several',
  'matching',
  'ordering',
  'numeric',
  'continuum',
] as const;

export type ResponseType = (typeof responseTypes)[number];
