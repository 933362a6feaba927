import { randomBytes } from 'node:crypto';
import { fileServer, type ServeFile } from './file-server.ts';
import type { ServedPackage } from './read-package.ts';

/** A problem in the frame of a course, as seen by the server. */
export interface FrameProblem {
  readonly kind: 'missing' | 'policy';
  /** The address or the directive. */
  readonly found: string;
}

/** The folder under which one launch of a package is served. */
export interface LaunchPlace {
  readonly id: string;
  /** Path of its root: nested, and unique to each launch (P33). */
  readonly path: string;
  readonly isStrict: boolean;
  readonly serve: ServeFile;
  readonly problems: FrameProblem[];
}

/** Maximum number of launches served, more than anyone has open at once; older ones are dropped. */
const mostPlaces = 40;
const mostProblems = 50;

/** The launches of the packages of one origin. */
export class LaunchPlaces {
  readonly #places = new Map<string, LaunchPlace>();

  open(opened: ServedPackage, isStrict: boolean): LaunchPlace {
    const id = randomBytes(9).toString('hex');
    const path = `course/${id}/mod/content/1/`;
    const place = { id, path, isStrict, serve: fileServer(opened), problems: [] };
    this.#places.set(id, place);
    const [oldest] = this.#places.keys();
    if (this.#places.size > mostPlaces && oldest) this.#places.delete(oldest);
    return place;
  }

  get(id: string): LaunchPlace | undefined {
    return this.#places.get(id);
  }

  /** The launch place and file name for a URL of a course. */
  find(path: string): { place: LaunchPlace; name: string } | undefined {
    const place = this.get(path.split('/')[1] ?? '');
    return place && path.startsWith(place.path)
      ? { place, name: path.slice(place.path.length) }
      : undefined;
  }

  /** Notes a problem once. */
  tell({ problems }: LaunchPlace, problem: FrameProblem): void {
    const isKnown = problems.some(
      ({ kind, found }) => kind === problem.kind && found === problem.found,
    );
    if (!isKnown && problems.length < mostProblems) problems.push(problem);
  }
}
