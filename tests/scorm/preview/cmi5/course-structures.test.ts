import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { readCourseStructure } from '../../../../scorm/preview/cmi5/read-course-structure.ts';
import { RejectedPackage } from '../../../../scorm/preview/rejection.ts';

const title = (text: string) => `<title><langstring lang="en">${text}</langstring></title>`;
const structure = (units: string) =>
  strToU8(`<?xml version="1.0"?><courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
<course id="urn:course">${title('The course')}</course>${units}</courseStructure>`);
const unit = (id: string, url = 'index.html', more = '', attributes = '') =>
  `<au id="${id}" ${attributes}>${title(id)}<url> ${url} </url>${more}</au>`;
const rejection = (units: string) => {
  try {
    readCourseStructure(structure(units), ['index.html']);
  } catch (error) {
    if (error instanceof RejectedPackage) return error.message;
    throw error;
  }
  return undefined;
};

test('units are read in their order, with their blocks, criterion, pass mark and parameters', () => {
  const read = readCourseStructure(
    structure(
      `${unit('urn:a', 'index.html?x=1', '<launchParameters> p </launchParameters>', 'moveOn="Passed" masteryScore="0.8"')}
      <block id="urn:outer">${title('Outer')}<block id="urn:inner">${title('Inner')}${unit('urn:b')}</block></block>`,
    ),
    ['index.html'],
  );
  expect(read).toMatchObject({ id: 'urn:course', title: 'The course' });
  expect(read.standard.id).toBe('cmi5');
  expect(read.scos).toMatchObject([
    {
      ...{ launch: 'index.html', parameters: '?x=1', title: 'urn:a' },
      unit: { moveOn: 'Passed', masteryScore: 0.8, launchParameters: 'p', blocks: [] },
    },
    { unit: { moveOn: 'NotApplicable', blocks: ['urn:outer', 'urn:inner'] } },
  ]);
});

test.for([
  ['no unit', '', 'no-sco'],
  ['13.1.4.0-1: two units of one id', unit('urn:a') + unit('urn:a'), 'unit-twice: urn:a'],
  [
    '8.1.0.0-6: a parameter that belongs to the platform',
    unit('urn:a', 'index.html?Endpoint=x'),
    'launch-parameter: Endpoint',
  ],
  [
    'a unit elsewhere',
    unit('urn:a', 'https://example.org/'),
    'launch-outside: https://example.org/',
  ],
  ['14.1.0.0-3: a file that is not there', unit('urn:a', 'x/y.html'), 'launch-missing: x/y.html'],
])('%s is refused', ([, units, reason]) => {
  expect(rejection(units ?? '')).toBe(reason);
});
