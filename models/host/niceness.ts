/** Behind the page and the server, yet not starved by everything else on the machine (Unix nice value; Windows takes it as below normal). */
export const hostNiceness = 5;
