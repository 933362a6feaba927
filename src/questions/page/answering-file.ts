/** What `assets/check-question.js` leaves behind: questions of a lesson can be answered from then on. */
export interface AnsweringWindow {
  atiAnswering?: true;
}
