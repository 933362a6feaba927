import {
  type FileChild,
  Document,
  HeadingLevel,
  ImageRun,
  type IRunOptions,
  Packer,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, CellColour, WordDocument } from './word-document.ts';

/** Writes a document as an Office Open XML file (ECMA-376) with A4 pages, in memory. */
export const writeDocx = ({
  title,
  language,
  direction,
  isLandscape = false,
  blocks,
}: WordDocument): Promise<Blob> => {
  const isRtl = direction === 'rtl';
  return Packer.toBlob(
    new Document({
      title,
      styles: {
        default: {
          document: {
            run: { font: 'Cambria', size: 22, language: { value: language } },
            paragraph: { spacing: { after: 120 } },
          },
        },
      },
      sections: [
        {
          properties: {
            page: {
              size: {
                width: 11906,
                height: 16838,
                orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
              },
              margin: { top: 1000, bottom: 1000, left: 1000, right: 1000 },
            },
          },
          children: blocks.flatMap((block) => children(block, isRtl, isLandscape)),
        },
      ],
    }),
  );
};

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

function children(block: Block, isRtl: boolean, isLandscape: boolean): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          ...paragraph(block.text, isRtl),
          heading: levels[block.level - 1] ?? HeadingLevel.HEADING_3,
        }),
      ];
    case 'text':
      return [new Paragraph(paragraph(block.text, isRtl, block.isStrong))];
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ ...paragraph(item, isRtl), bullet: { level: 0 } }),
      );
    case 'picture': {
      // The width between the margins, at 96 pixels per inch.
      const width = isLandscape ? 980 : 650;
      const name = { name: block.text, title: block.text, description: block.text };
      return [
        new Paragraph({
          bidirectional: isRtl,
          children: [
            new ImageRun({
              type: 'png',
              data: block.png,
              transformation: { width, height: Math.round((width * block.height) / block.width) },
              altText: name,
            }),
          ],
        }),
      ];
    }
    case 'table': {
      // The width between the margins, in twentieths of a point.
      const width = Math.floor((isLandscape ? 14838 : 9906) / block.head.length);
      return [
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          columnWidths: block.head.map(() => width),
          visuallyRightToLeft: isRtl,
          rows: [
            new TableRow({
              tableHeader: true,
              children: block.head.map((cell) => tableCell(cell, width, isRtl, true)),
            }),
            ...block.rows.map(
              (cells, row) =>
                new TableRow({
                  cantSplit: true,
                  children: block.head.map((_, column) => {
                    const colour = block.colours?.[row]?.[column];
                    return tableCell(cells[column] ?? '', width, isRtl, false, colour);
                  }),
                }),
            ),
          ],
        }),
        new Paragraph({}),
      ];
    }
  }
}

const paragraph = (text: string, isRtl: boolean, isStrong = false) => ({
  bidirectional: isRtl,
  children: text.split('\n').map((line, place) => {
    const run: IRunOptions = { text: line, bold: isStrong, ...(place > 0 && { break: 1 }) };
    return new TextRun(run);
  }),
});

/** Fill colours that are light enough for black text. */
const fills: Readonly<Record<CellColour, string>> = {
  green: 'CDE8D5',
  amber: 'FBE3BF',
  red: 'F5CDD3',
};

const tableCell = (
  text: string,
  width: number,
  isRtl: boolean,
  isHead: boolean,
  colour?: CellColour,
) =>
  new TableCell({
    ...(colour && { shading: { type: ShadingType.CLEAR, fill: fills[colour] } }),
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    children: [new Paragraph(paragraph(text, isRtl, isHead))],
  });
