import type { Course } from '../../course/course.ts';
import { escapeXml } from '../../html/escape.ts';

/** An XHTML content document (EPUB 3.3, 6.1). @param body XML content of its body */
export const contentDocument = ({
  course: { language, interface: words },
  title,
  body,
  style,
}: {
  readonly course: Pick<Course, 'language' | 'interface'>;
  readonly title: string;
  readonly body: string;
  /** Path of the stylesheet. */
  readonly style: string;
}): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}" dir="${words.direction}">
<head><meta charset="utf-8"/><title>${escapeXml(title)}</title><link rel="stylesheet" type="text/css" href="${style}"/></head>
<body>
${body}
</body>
</html>
`;
