import dagre from '@dagrejs/dagre';
import type { Judgement, Outcome } from './format.ts';
import { leads, type CaseGraph } from './graph.ts';

/** The layout of a case: positions of the scenes, and lines for the choices between them. */
export interface CaseMap {
  readonly width: number;
  readonly height: number;
  readonly scenes: readonly MapScene[];
  readonly ways: readonly MapWay[];
}

export interface MapScene {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Absent where the scene is not an ending. */
  readonly outcome?: Outcome;
  readonly isDecision: boolean;
}

/** One choice or passage from a scene to a possible next scene. */
export interface MapWay {
  readonly from: string;
  readonly to: string;
  /** Absent out of a passage. */
  readonly choice?: string;
  readonly judgement?: Judgement;
  /** Whether the target depends on a condition. */
  readonly isConditional: boolean;
  /** Path data of an SVG `path`. */
  readonly line: string;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Half the width of a scene's sign, in units of the drawing. */
export const sceneRadius = 13;

/**
 * Lays a case out from top to bottom, the start first and each scene below all that lead to it.
 * The same graph gives the same drawing.
 */
export const caseMap = (graph: CaseGraph): CaseMap => drawn(graph, waysOf(graph));

/**
 * The map that learners see after reaching an ending: `caseMap` with one line between any two scenes, and
 * without the judgements of the choices.
 */
export function pathMap(graph: CaseGraph): CaseMap {
  const ways = waysOf(graph).map(({ from, to }) => ({ from, to, isConditional: false }));
  return drawn(graph, [...new Map(ways.map((way) => [`${way.from} ${way.to}`, way])).values()]);
}

type Undrawn = Omit<MapWay, 'line'>;

const waysOf = (graph: CaseGraph): readonly Undrawn[] =>
  Object.entries(graph.scenes).flatMap(([from, scene]) =>
    leads(scene).flatMap(({ choice, branches }) =>
      branches.map(({ goto, when }) => ({
        from,
        to: goto,
        ...(choice && { choice: choice.id, judgement: choice.judgement }),
        isConditional: when !== undefined || branches.length > 1,
      })),
    ),
  );

function drawn(of: CaseGraph, ways: readonly Undrawn[]): CaseMap {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 22, ranksep: 38, marginx: 4, marginy: 4 });
  for (const id of Object.keys(of.scenes))
    graph.setNode(id, { width: sceneRadius * 2, height: sceneRadius * 2 });

  for (const [index, { from, to }] of ways.entries()) graph.setEdge(from, to, {}, String(index));
  dagre.layout(graph);

  // dagre writes its results into labels of no type.
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    scenes: Object.entries(of.scenes).map(([id, { choices, outcome }]) => {
      const { x, y } = graph.node(id) as Point;
      return {
        id,
        x: Math.round(x),
        y: Math.round(y),
        ...(outcome && { outcome }),
        isDecision: choices !== undefined,
      };
    }),
    ways: ways.map((way, index) => ({
      ...way,
      line: curve((graph.edge(way.from, way.to, String(index)) as { points: Point[] }).points),
    })),
  };
}

/** A smooth curve through points: straight to the midpoint of each pair, curved at each point. */
function curve(points: readonly Point[]): string {
  const at = ({ x, y }: Point) => `${Math.round(x)} ${Math.round(y)}`;
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return '';
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last;
    return `Q${at(point)} ${at({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`;
  });
  return `M${at(first)}${bends.join('')}L${at(last)}`;
}
