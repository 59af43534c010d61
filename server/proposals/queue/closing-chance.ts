/**
 * How likely a link has to be to count as what would close a gap: of 28 less likely ones two readers took 3, of those between this and even odds every third. A gap that
 * nothing better would close stays open.
 */
export const closingChance = 0.25;
/** … and to be looked at only because it joins two regions: of likelier ones readers took two in three. */
export const joiningChance = 0.4;
