import '../follow-track.ts';
import { awaitFields } from './await-fields.ts';

const fields = document.querySelector<HTMLElement>('[data-fields]')?.dataset['fields'];
if (fields !== undefined) awaitFields(fields);
