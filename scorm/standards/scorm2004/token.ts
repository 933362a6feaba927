/**
 * An id as a short identifier (SCORM 2004 RTE 4.2.9.2). Moodle accepts only letters, digits, dots and underscores
 * (P23).
 */
export const shortIdentifier = (id: string): string => id.replaceAll('-', '_');
