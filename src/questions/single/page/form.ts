import { optionRemarks } from '../../page/option-remarks.ts';
import { defineForm } from '../../page/question-form.ts';

defineForm('single', { remarks: optionRemarks });
