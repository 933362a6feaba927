import { uniteCopies } from '../copied-attempts.ts';
import type { UniteWindow } from './unite-file.ts';

(window as UniteWindow).atiUnite = uniteCopies;
