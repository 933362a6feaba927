import { pairRemarks } from '../../page/pair-remarks.ts';
import { defineForm } from '../../page/question-form.ts';

defineForm('matching', { remarks: pairRemarks });
