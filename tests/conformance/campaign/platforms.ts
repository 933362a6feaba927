import { scorm12Driver } from '../../../scorm/standards/scorm12/driver.ts';
import { scorm2004Driver } from '../../../scorm/standards/scorm2004/driver.ts';
import { standard12 } from '../fake-lms/standard12.ts';
import { standard2004 } from '../fake-lms/standard2004.ts';
import { Cmi5Platform } from './cmi5-platform.ts';
import { type Platform, ScormPlatform } from './platform.ts';

const scaled = (text: string | undefined, fullMarks: number) =>
  text === undefined ? {} : { score: Number(text) / fullMarks };

/** The platforms of the campaign by their names; one more line for one more standard. */
export const platforms: Readonly<Record<string, () => Platform>> = {
  'SCORM 1.2': () => scorm12({}),
  'SCORM 1.2, as Moodle sends': () => scorm12({ moodle: true, sendsDifferences: true }),
  'SCORM 2004': () =>
    new ScormPlatform({
      standard: standard2004,
      driverOf: scorm2004Driver,
      keptIn: (values) => ({
        completion:
          values.get('cmi.completion_status') === 'completed' ? 'completed' : 'incomplete',
        success: values.get('cmi.success_status') === 'passed' ? 'passed' : 'unknown',
        ...scaled(values.get('cmi.score.scaled'), 1),
      }),
    }),
  cmi5: () => new Cmi5Platform(),
};

const scorm12 = (behaviour: ConstructorParameters<typeof ScormPlatform>[1]) =>
  new ScormPlatform(
    {
      standard: standard12,
      driverOf: scorm12Driver,
      keptIn(values) {
        const status = values.get('cmi.core.lesson_status') ?? '';
        return {
          completion: ['completed', 'passed'].includes(status) ? 'completed' : 'incomplete',
          success: status === 'passed' ? 'passed' : 'unknown',
          ...scaled(values.get('cmi.core.score.raw'), 100),
        };
      },
    },
    behaviour,
  );
