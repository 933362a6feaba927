import { answerKey } from './answer-key.ts';
import { assessment } from './assessment.ts';
import { bankSize } from './bank-size.ts';
import { blindGuess } from './blind-guess.ts';
import { caseFile } from './case-file.ts';
import { caseLabels } from './case-labels.ts';
import { caseProof } from './case-proof.ts';
import { caseReasons } from './case-reasons.ts';
import { chart } from './chart.ts';
import { claimedTime } from './claimed-time.ts';
import { codeInText } from './code-in-text.ts';
import { codeWords } from './code-words.ts';
import { component } from './component.ts';
import { courseWords } from './course-words.ts';
import { coverage } from './coverage.ts';
import { drawing } from './drawing.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicateOption } from './duplicate-option.ts';
import { duplicateSource } from './duplicate-source.ts';
import { evaluationSheet } from './evaluation-sheet.ts';
import { figure } from './figure.ts';
import { headingLevel } from './heading-level.ts';
import { interfaceMessages } from './interface-messages.ts';
import { invisibleCharacter } from './invisible-character.ts';
import { library } from './library.ts';
import { link } from './link.ts';
import { lostSign } from './lost-sign.ts';
import { message } from './message.ts';
import { moduleForm } from './module-form.ts';
import { objective } from './objective.ts';
import { optionLength } from './option-length.ts';
import { practiceQuestion } from './practice-question.ts';
import { publishedId } from './published-id.ts';
import { releaseNotes } from './release-notes.ts';
import { repeatedText } from './repeated-text.ts';
import { reservedId } from './reserved-id.ts';
import { shownTag } from './shown-tag.ts';
import { terminology } from './terminology.ts';
import { track } from './track.ts';
import { translation } from './translation.ts';
import { unknownModule } from './unknown-module.ts';
import { unknownSource } from './unknown-source.ts';
import { unknownTerm } from './unknown-term.ts';
import { unlistedFile } from './unlisted-file.ts';
import { unlistedLanguage } from './unlisted-language.ts';
import { unsourcedClaim } from './unsourced-claim.ts';
import type { Rule } from './rule.ts';

/** Every rule of the content check, one line each; `npm run content` runs them all. */
export const rules: readonly Rule[] = [
  invisibleCharacter,
  duplicateId,
  reservedId,
  publishedId,
  objective,
  duplicateOption,
  answerKey,
  bankSize,
  optionLength,
  blindGuess,
  assessment,
  track,
  duplicateSource,
  unknownSource,
  unknownTerm,
  unknownModule,
  practiceQuestion,
  figure,
  chart,
  drawing,
  component,
  headingLevel,
  codeInText,
  lostSign,
  link,
  caseFile,
  caseProof,
  caseLabels,
  caseReasons,
  courseWords,
  message,
  library,
  unlistedFile,
  unlistedLanguage,
  releaseNotes,
  evaluationSheet,
  codeWords,
  moduleForm,
  repeatedText,
  unsourcedClaim,
  claimedTime,
  shownTag,
  terminology,
  coverage,
  translation,
  interfaceMessages,
];
