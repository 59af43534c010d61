/** How likely a link has to be to count as what would close a gap. Of 21 less likely ones a reader took 2: a gap that nothing better would close stays open. */
export const closingChance = 0.15;
