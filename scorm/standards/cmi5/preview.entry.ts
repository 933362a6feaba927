import { playUnit } from '../../preview/browser/unit.ts';

playUnit();
