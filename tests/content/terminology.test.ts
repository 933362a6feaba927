import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { terminology as rule } from '../../src/content/rules/terminology.ts';
import { terminologySchema, type Terminology } from '../../src/content/terminology-file.ts';
import { diagnosticLine } from '../../src/content/diagnostics/diagnostic.ts';
import { findingsOf } from '../fixtures/rule-findings.ts';

const terminology = terminologySchema.parse(
  parse(readFileSync('content/terminology.yaml', 'utf8')),
);
const sources = readFileSync('content/sources.yaml', 'utf8');
const found = (text: string, file = 'en/modules/m/lessons/a.mdx') =>
  findingsOf(rule, { [file]: text }, { terminology });
const foundBy = (text: string, file: string, list: Terminology) =>
  findingsOf(rule, { [file]: text }, { terminology: list });

describe('a planted bad sentence is found', () => {
  test.for([
    'The addict was sent home.',
    'Former addicts run the group.',
    'The junkies behind the station know her.',
    'She is a drug abuser.',
    'Abusers should be treated, not punished.',
    'Drug users seldom call the police.',
    'An injecting drug user came in.',
    'An illegal drug user has rights too.',
    'Drug abuse is a disorder.',
    'Many cases of substance abuse go unseen.',
    'He abused heroin for years.',
    'The abuse of drugs has many causes.',
    'She steals to feed her habit.',
    'His heroin habit is old.',
    'The urine was dirty again.',
    'Three clean urines in a row.',
    'He handed in a dirty test.',
    'She tested clean in May.',
    'He has been clean for two years.',
    'After ten months clean she moved.',
    'They want a mother who is clean.',
    'He will get clean inside.',
    'The offender pays a fine.',
    'Drug offenders fill the wings.',
    'The inmate asked for a doctor.',
    'Every convict may write a letter.',
    'A convicted felon may not vote.',
    'He is a hardened criminal.',
    'Alcoholics need care too.',
    'The prostitute was searched first.',
    'After his relapse he lost the place.',
    'She relapsed in June.',
    'He is non-compliant with the plan.',
    'Two failed drug tests end the measure.',
    'She failed out of treatment.',
    'Substitution therapy is given daily.',
    'The clinic offers opioid replacement treatment.',
    'Medication-assisted treatment is open to all.',
    'A week of detox is enough.',
    'He suffers from addiction.',
    'The war on drugs goes on.',
    'A drug-free life is the aim.',
    'Hard drugs are treated otherwise.',
    'She is manipulative and in denial.',
    'The mentally ill are held there.',
    'Illegal immigrants are left out.',
    'He committed suicide in his cell.',
    'A crack baby was born.',
    'The drug mule was held at the airport.',
    'She comes from a broken home.',
    'The report calls her an unfit mother.',
    'They waited until he hit rock bottom.',
    'He went cold turkey in the cell.',
    'It costs too much for the Third World.',
    'The offender, "John", was a\njunkie in the words of no one.',
    'Somebody has to sign.',
    'They were drawn by lot.',
    'She took calming tablets.',
    'He has the right not to accuse himself.',
    'He said yes to the charge.',
    'What speaks against bail is little.',
    'Half fell out of treatment.',
  ])('%s', (sentence) => {
    expect(found(`Some text before.\n\n${sentence}\n`)).not.toEqual([]);
  });
});

describe('an awkward good sentence passes', () => {
  test.for([
    'Clean needles were on the table.',
    'They got clean water and dry socks.',
    'He swapped dirty water for a filter.',
    'It was clean-up week at the station.',
    'The board had been wiped clean.',
    'The garage asks for a clean record.',
    'She cleaned the wound.',
    'Abuse of authority is an offence.',
    'Child abuse must be reported, and so must sexual abuse.',
    'She fled from her abuser at night.',
    'Domestic abusers were left out of the scheme.',
    'The rules speak of Women Offenders in their title: United Nations Rules for the Treatment of Women Prisoners and Non-custodial Measures for Women Offenders.',
    'The Probation of Offenders Act is old.',
    'The Drug Abuse Screening Test has ten items.',
    'The National Institute on Drug Abuse advises so.',
    'The Narcotic Addict Rehabilitation Act was replaced.',
    'The Hard Drugs Law of the city is old.',
    'The law on "hard drugs" is old.',
    'The treaties speak of an "abuser" of drugs.',
    'The note said “junkie”.',
    'The statute says ‘drug addict’, and we quote it.',
    'The court convicts him and the judge explains.',
    'The panel that convicts someone must give reasons.',
    'Criminal law and criminal justice meet here; a criminal record follows.',
    'An organised criminal group ran it.',
    'Alcoholic drinks and alcoholic hepatitis are other matters.',
    'Nicotine replacement therapy is sold in shops.',
    'Relapse prevention is a kind of talking treatment.',
    'It raises the risk of relapse and death.',
    'Dependence is chronic and relapsing.',
    'Addiction is the common word, dependence the clinical one.',
    'Service users and people who use drugs sit on the board.',
    'She lives with a drug use disorder.',
    'Users of the service may complain.',
    'The offence is minor; the programme failed, not the person.',
    'Treatment fails when no one pays for it.',
    'The victim of theft was heard.',
    'She was sent for detoxification, which is not treatment.',
    'Replacement of the judge took a month.',
    'The inspector took samples clean of dust.',
    'Sex work is work in that law.',
    'The pump was broken; home visits stopped.',
    'Mules carried the water to the clinic.',
    'He wrote in a bad hand; parents could not read it.',
    'The Commission held its first world congress.',
    'A backward glance at the country helps.',
    'A drug law, a drug court and a drug policy are things.',
    'A body of law, and some bodies of the state.',
    'Her brother speaks for her, and nothing is decided without him.',
    'The parking lot was full, and a lot of people fell out with the owner.',
    'He whispered, "Somebody saw us."',
    '> The addict shall be treated, says the act of that year.',
    '<Law source="un-1988">\n\nwhen the offender is a drug abuser\n\n</Law>',
    '<Cite source="nida-words-matter" at="addict, abuser" />',
  ])('%s', (sentence) => {
    expect(found(`Some text before.\n\n${sentence}\n`).map(diagnosticLine)).toEqual([]);
  });
});

test('a diagnostic names file and line, the words, the reason and better words', () => {
  expect(found('---\ntitle: x\n---\n\nOne line,\nthen a junkie.\n').map(diagnosticLine)).toEqual([
    'en/modules/m/lessons/a.mdx:6  terminology  "junkie". The noun makes the person into the condition, and use is not yet a disorder. Write: person who uses drugs; person with a drug use disorder.',
  ]);
});

describe('every place where a reader meets words is read', () => {
  test.for<[place: string, text: string, file: string, line: number | undefined]>([
    ['front matter', '---\ntitle: The addict\n---\n', 'en/a.mdx', 2],
    [
      'a caption',
      'Text.\n\n<Figure name="f" caption="An addict">\n\nA door.\n\n</Figure>\n',
      'en/a.mdx',
      3,
    ],
    [
      'the words for a drawing',
      '<Figure name="f" caption="c">\n\nAn addict.\n\n</Figure>\n',
      'en/a.mdx',
      3,
    ],
    ['a cell of a table', '| a | b |\n| - | - |\n| x | addict |\n', 'en/a.mdx', 3],
    [
      'an option of a question',
      '- id: q\n  options:\n    - id: a\n      text: Call the addict.\n',
      'en/modules/m/questions.yaml',
      4,
    ],
    [
      'feedback of a question, folded over lines',
      '- id: q\n  feedback: >-\n    A long line,\n    and an addict.\n',
      'en/modules/m/questions.yaml',
      4,
    ],
    ['a scene', 'scenes:\n  a:\n    text: An addict waits.\n', 'en/scenarios/s.yaml', 3],
    ['a label of the interface', 'messages:\n  a: Addicts\n', 'en/interface.yaml', 2],
    ['a drawing', '<svg>\n<text x="1">An addict</text></svg>', 'en/modules/m/figures/f.svg', 2],
    ['the name of a file', '<svg></svg>', 'en/modules/m/figures/drug-abuser.svg', undefined],
    ['the note on a source', '- id: s\n  note: About addicts.\n', 'sources.yaml', 2],
  ])('%s', ([, text, file, line]) => {
    expect(found(text, file).map((finding) => finding.line)).toEqual([line]);
  });
});

test('titles of sources and search names of the glossary keep their words', () => {
  expect(
    found('- id: s\n  title: On drug addicts\n  container: Addict Studies 3\n', 'sources.yaml'),
  ).toEqual([]);
  expect(found('- id: t\n  also: [drug addict]\n', 'en/glossary.yaml')).toEqual([]);
});

test('a file that speaks about words may use those it is allowed, and no others', () => {
  const allowing = terminologySchema.parse({
    ...terminology,
    except: [{ file: 'en/words.mdx', terms: ['addict'], reason: 'It teaches the word.' }],
  });
  expect(foundBy('An addict.\n', 'en/words.mdx', allowing)).toEqual([]);
  expect(foundBy('An inmate.\n', 'en/words.mdx', allowing)).toHaveLength(1);
  expect(foundBy('An addict.\n', 'en/other.mdx', allowing)).toHaveLength(1);
});

test('every term gives advice, and every source it names is in the bibliography', () => {
  const ids = new Set([...sources.matchAll(/^- id: (\S+)/gm)].map(([, id]) => id));
  for (const { sources: named } of terminology.terms)
    for (const { source } of named) expect(ids).toContain(source);
  const terms = [...terminology.terms, ...terminology.style].map(({ id }) => id);
  expect(new Set(terms).size).toBe(terms.length);
  for (const { terms: allowed } of terminology.except)
    for (const id of allowed) expect(terms).toContain(id);
});
