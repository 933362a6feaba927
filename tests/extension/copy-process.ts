import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Result of a script: exit code and output. */
export interface Ran {
  readonly status: number | null;
  readonly output: string;
}

/** One process in a copy of the sources, for all that may share it: the modules of the copy are read once. */
export class CopyProcess {
  readonly #folder: string;
  readonly #env: NodeJS.ProcessEnv;
  #process: ChildProcess | undefined;
  #runs = 0;

  constructor(folder: string, env: NodeJS.ProcessEnv) {
    this.#folder = folder;
    this.#env = env;
  }

  /** Runs a script of the copy, which may be a command. */
  run(path: string): Promise<Ran> {
    const process = (this.#process ??= fork(join(this.#folder, 'tests/extension/in-copy.ts'), {
      ...{ cwd: this.#folder, env: this.#env, execArgv: [] },
    }));
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error(`the process of the copy ended with ${path}`));
      process.once('exit', ended);
      process.once('message', (ran: Ran) => {
        process.off('exit', ended);
        resolve(ran);
      });
      // Another address each time, so that it runs again.
      process.send(`${pathToFileURL(join(this.#folder, path)).href}?${++this.#runs}`);
    });
  }

  end(): void {
    this.#process?.kill();
  }
}
