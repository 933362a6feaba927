// The card of a module is filled in on paper: with fields to type it would weigh more than its budget.
import '../follow-track.ts';
