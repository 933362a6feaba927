import { showResult } from './check-result.ts';
import type { ResultWindow } from './result-file.ts';

(window as ResultWindow).atiResult = showResult;
