/** Words as a line begins with them, where letters have two cases. */
export const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
