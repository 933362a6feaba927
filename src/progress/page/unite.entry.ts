import { uniteCopies } from '../stored-attempts.ts';
import type { UniteWindow } from './unite-file.ts';

(window as UniteWindow).atiUnite = uniteCopies;
