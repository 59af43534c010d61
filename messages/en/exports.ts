/** Words inside files that leave. */
export const exportFiles = {
  links: 'Links',
  regions: 'Regions',
  additions: 'Links to paste',
  additionsLead:
    'Links that were accepted in Scenefield, note by note. Copy each block to the end of its note. This page itself links nothing: everything stands in code.',
  html: {
    search: 'Find by title',
    map: 'Map: arrow keys move it, plus and minus zoom',
    regions: 'Regions',
    scenes: 'Scenes',
    links: 'Links',
    from: 'Linked from',
    noRegion: 'in no region',
    missing: 'not written yet',
    noText: 'The text is not in this file.',
    back: 'All scenes',
    all: 'The whole map',
    accepted: 'added',
  },
};
