import type { AnsweringWindow } from './answering-file.ts';
import { defineCheckQuestion } from './check-question.element.ts';

const place = window as AnsweringWindow;

if (place.atiAnsweringText) {
  defineCheckQuestion(place.atiAnsweringText);
  place.atiAnswering = true;
}
