import '../follow-track.ts';
import './fill-in.element.ts';

// Where what is typed goes is said once it can be typed.
for (const words of document.querySelectorAll<HTMLElement>('.card-kept')) {
  const isInLms = document.documentElement.dataset['package'] !== undefined;
  words.hidden = (words.dataset['in'] === 'lms') !== isInLms;
}
