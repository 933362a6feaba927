import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { translator } from '../../../../course/interface.ts';
import { sheetsOf, worksheetOf } from '../../../../review/worksheet-of.ts';
import { worksheetCsv } from '../../../../review/worksheet-csv.ts';
import { severalPerCourse } from '../../../../site/paths.ts';

export const getStaticPaths = severalPerCourse((course) =>
  sheetsOf(course).map((sheet) => ({ params: { sheet: sheet.id }, props: { sheet } })),
);

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => {
  const { course, sheet } = props;
  const t = translator(course.language, course.interface);
  return new Response(worksheetCsv(worksheetOf(course, sheet), course.language, t));
};
