/**
 * Splits a stem into the situation and the question about it: the last sentence with a question mark and
 * everything after it; without a question mark, the last sentence.
 * @param stem one or more paragraphs, separated by blank lines
 * @param language BCP 47 tag, on which it depends where sentences end
 */
export function splitStem(stem: string, language: string): { situation: string; question: string } {
  const sentences: string[] = [];
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(
    stem.trim(),
  )) {
    const last = sentences.at(-1) ?? '';
    // "Wenner v. Germany" is one name.
    if (/\s\p{Ll}\.\s*$/u.test(last)) sentences[sentences.length - 1] = last + segment;
    else sentences.push(segment);
  }
  const question = sentences.findLastIndex((sentence) => /[?\u061f\uff1f]\s*$/.test(sentence));
  const from = question === -1 ? sentences.length - 1 : question;
  return {
    situation: sentences.slice(0, from).join('').trim(),
    question: sentences.slice(from).join('').trim(),
  };
}
