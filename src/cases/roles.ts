import type { Role } from '../course/content-schemas.ts';
import type { Scenario } from './format.ts';
import type { Finding } from './references.ts';

/** Whether a case is played from both sides, in turn. */
export const hasTwoRoles = ({ roles }: Pick<Scenario, 'roles'>): boolean => roles.length > 1;

/**
 * Faults in the roles of a case: a role that is named twice, a scene of a role that is not played, and
 * in a case of two roles a decision of neither, or a role that never decides.
 */
export function roleFindings({ roles, scenes }: Scenario): readonly Finding[] {
  const list = roles.join(', ');
  const all = Object.entries(scenes);
  const twice: Finding[] =
    new Set(roles).size === roles.length
      ? []
      : [{ field: 'roles', message: `Found ${list}.`, suggestion: 'Name each role once.' }];
  const unplayed = all.flatMap(([id, { role }]): Finding[] =>
    role === undefined || roles.includes(role)
      ? []
      : [
          {
            field: `scenes.${id}.role`,
            message: `Nobody plays the role "${role}".`,
            suggestion: `Write one of: ${list}.`,
          },
        ],
  );
  if (!hasTwoRoles({ roles })) return [...twice, ...unplayed];

  const nobodys = all.flatMap(([id, scene]): Finding[] =>
    'choices' in scene && scene.role === undefined
      ? [
          {
            field: `scenes.${id}.role`,
            message: 'Missing: the case has two roles, and nothing says who decides here.',
            suggestion: `Write one of: ${list}.`,
          },
        ]
      : [],
  );
  const decides = (role: Role) =>
    all.some(([, scene]) => 'choices' in scene && scene.role === role);
  const idle = roles.flatMap((role, index): Finding[] =>
    decides(role)
      ? []
      : [
          {
            field: `roles.${index}`,
            message: `The role "${role}" never decides.`,
            suggestion: 'Give it a decision (role: in a scene), or name one role only.',
          },
        ],
  );
  return [...twice, ...unplayed, ...nobodys, ...idle];
}
