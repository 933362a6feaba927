/** Id of the course whose page this is. */
export const course = String(document.documentElement.dataset['course']);
