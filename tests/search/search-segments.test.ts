import { describe, expect, test } from 'vitest';
import { highlight } from '../../src/search/highlight.ts';
import { indexTerms, segments } from '../../src/search/segments.ts';
import { fold } from '../../src/search/word-form.ts';

describe('one word is found by another in English', () => {
  test.each([
    ['court', 'courts'],
    ['policy', 'policies'],
    ['diversion', 'diverted'],
    ['screened', 'screening'],
    ['counselling', 'counseling'],
    ['counsellor', 'counselor'],
    ['programme', 'program'],
    ['programmes', 'programs'],
    ['behaviour', 'behavior'],
    ['offence', 'offense'],
    ['defence', 'defense'],
    ['licence', 'license'],
    ['practise', 'practice'],
    ['organisation', 'organization'],
    ['randomised', 'randomized'],
    ['judgement', 'judgment'],
    ['centre', 'center'],
    ['centres', 'centers'],
    ['paediatric', 'pediatric'],
    ['enrol', 'enroll'],
    ['dialogue', 'dialog'],
    ['Café', 'cafe'],
    ['court’s', 'court'],
  ])('%s by %s', (one, other) => {
    expect(indexTerms(one, 'en')).toEqual(indexTerms(other, 'en'));
  });

  test.each([
    ['pre-trial', 'pretrial'],
    ['pre-trial', 'trial'],
    ['net‑widening', 'widening'],
    ['art. 3(4)(d)', '3(4)(d)'],
    ['art. 3(4)(d)', '3'],
    ['CND 58/5', '58/5'],
    ['10,000 people', '10000'],
    ['the WHO', 'WHO'],
  ])('%s by %s', (text, query) => {
    expect(indexTerms(text, 'en')).toEqual(expect.arrayContaining(indexTerms(query, 'en')));
  });

  test.each([
    ['sentence', 'sensing'],
    ['art. 3(4)(d)', '3(4)(c)'],
    ['58/5', '58/6'],
  ])('%s, but not by %s', (text, query) => {
    expect(indexTerms(text, 'en')).not.toEqual(expect.arrayContaining(indexTerms(query, 'en')));
  });

  test('common words are not indexed', () => {
    expect(indexTerms('who is it that they would be', 'en')).toEqual([]);
  });
});

describe('other languages (P42, P43)', () => {
  test.each([
    ['vi', 'thuốc giảm đau naloxone', 'giam dau'],
    ['vi', 'thuốc giảm đau naloxone', 'naloxone'],
    ['fr', 'L’hôpital et les médicaments', 'hopital'],
    ['fr', 'à l’hôpital', "l'hopital"],
    ['ar', 'الأدوية و naloxone', 'ادوية'],
    ['ar', 'دواء naloxone', 'naloxone'],
    ['ru', 'лекарство buprenorphine', 'buprenorphine'],
    ['zh', '需要药物治疗的人', '药物治疗'],
    ['zh', '法官可以使用naloxone', 'naloxone'],
    ['zh', 'ICD-11诊断', 'ICD-11'],
    ['ja', '裁判官の判断', '裁判官'],
    ['ja', 'サービスがある', 'サービス'],
    ['ko', '치료 판사', '치료'],
    ['th', 'การรักษาผู้ใช้ยา', 'รักษา'],
    ['es', 'Medicación con metadona', 'medicacion'],
  ])('%s: %s is found by %s', (language, text, query) => {
    const terms = indexTerms(query, language);
    expect(terms).not.toEqual([]);
    expect(indexTerms(text, language)).toEqual(expect.arrayContaining(terms));
  });

  test('the English stemmer and its common words work in English alone', () => {
    expect(indexTerms('the courts', 'fr')).toEqual(['the', 'courts']);
    expect(indexTerms('naloxone', 'vi')).toEqual(['naloxone']);
  });

  test('folding keeps marks that make another letter', () => {
    expect(fold('が')).toBe('が');
    expect(fold('हिंदी')).toBe('हिंदी');
    expect(fold('Đường ﬁnal')).toBe('duong final');
  });
});

test('a segment tells where it stands in the text', () => {
  const text = 'The pre-trial judge, art. 3(4)(d): 法官的';
  const found = segments(text, 'en').map(({ start, end }) => text.slice(start, end));
  expect(found).toEqual(['The', 'pre-trial', 'judge', 'art', '3(4)(d)', '法官', '官的']);
});

describe('marks', () => {
  const shown = (text: string, query: string, language = 'en') =>
    highlight(text, new Set(indexTerms(query, language)), language)
      .map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text))
      .join('');

  test.each([
    ['Courts and the court’s staff', 'court', '[Courts] and the [court]’s staff'],
    ['before pre-trial release', 'pretrial', 'before [pre-trial] release'],
    ['see art. 3(4)(d).', '3(4)(d)', 'see art. [3(4)(d)].'],
    ['nothing here', 'elsewhere', 'nothing here'],
    ['', 'word', ''],
  ])('%s, asked for %s', (text, query, expected) => {
    expect(shown(text, query)).toBe(expected);
  });

  test('pieces of an unspaced script are marked once', () => {
    expect(shown('需要药物治疗', '药物治疗', 'zh')).toBe('需要[药物][治][疗]');
  });
});
