import { JSDOM } from 'jsdom';
import type { Scorm2004API } from 'scorm-again';

type Settings = NonNullable<ConstructorParameters<typeof Scorm2004API>[0]>;
type ActivitySettings = NonNullable<NonNullable<Settings['sequencing']>['activityTree']>;

/**
 * The activity tree of a SCORM 2004 manifest as the sequencing of scorm-again takes it (Sequencing and
 * Navigation 2.1): the organization, its items, and what each says of control, delivery and rollup. What a
 * manifest does not say keeps the default of the standard.
 */
export function activityTree(manifest: string): ActivitySettings {
  const page = new JSDOM(manifest, { contentType: 'application/xml' }).window.document;
  const organization = page.querySelector('organization');
  if (!organization) throw new Error('The manifest has no organization.');
  return activity(organization);
}

function activity(element: Element): ActivitySettings {
  const own = (name: string) => [...element.children].find(({ localName }) => localName === name);
  const sequencing = own('sequencing');
  const part = (name: string) =>
    [...(sequencing?.children ?? [])].find(({ localName }) => localName === name);
  const isTrue = (of: Element | undefined, name: string, otherwise: boolean) =>
    (of?.getAttribute(name) ?? String(otherwise)) === 'true';
  const [control, rollup, delivery] = ['controlMode', 'rollupRules', 'deliveryControls'].map(part);
  return {
    id: element.getAttribute('identifier') ?? '',
    title: own('title')?.textContent ?? '',
    children: [...element.children]
      .filter(({ localName }) => localName === 'item')
      .map((item) => activity(item)),
    sequencingControls: {
      choice: isTrue(control, 'choice', true),
      flow: isTrue(control, 'flow', false),
      rollupObjectiveSatisfied: isTrue(rollup, 'rollupObjectiveSatisfied', true),
      rollupProgressCompletion: isTrue(rollup, 'rollupProgressCompletion', true),
      objectiveMeasureWeight: Number(rollup?.getAttribute('objectiveMeasureWeight') ?? 1),
    },
    deliveryControls: {
      tracked: isTrue(delivery, 'tracked', true),
      completionSetByContent: isTrue(delivery, 'completionSetByContent', false),
      objectiveSetByContent: isTrue(delivery, 'objectiveSetByContent', false),
    },
  };
}
