import { format } from 'node:util';
import { forgetCourses } from '../../src/content/load.ts';

// One process in the copy, for all that is asked of it: it imports each module that it is told of, and says what
// that printed, and how it would have ended.

process.on('message', (address: string) => void import(address).then(answered, failed));

let said = '';
const say = (...words: unknown[]) => void (said += `${format(...words)}\n`);
console.log = say;
console.error = say;

function answered() {
  process.send?.({ status: Number(process.exitCode ?? 0), output: said });
  said = '';
  process.exitCode = undefined;
  // The files may be others when the next module asks.
  forgetCourses();
}

function failed(error: unknown) {
  say(error);
  process.exitCode = 1;
  answered();
}
