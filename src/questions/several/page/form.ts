import { optionRemarks } from '../../page/option-remarks.ts';
import { defineForm } from '../../page/question-form.ts';

defineForm('several', { remarks: optionRemarks });
