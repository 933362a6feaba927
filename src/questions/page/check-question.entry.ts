import type { AnsweringWindow } from './answering-file.ts';
import './check-question.element.ts';

(window as AnsweringWindow).atiAnswering = true;
