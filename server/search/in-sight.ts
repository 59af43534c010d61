/** What a person opened or has on screen, latest first: its vectors are wanted before all others. Lives as long as the app runs. */
export interface InSight {
  see(sceneIds: readonly string[]): void;
  /** the same list as long as nothing else came into sight */
  list(): readonly string[];
}

/** So many scenes are remembered: a view of a region, and what was opened lately. */
const most = 300;

export function createInSight(): InSight {
  let seen: readonly string[] = [];
  return {
    see(sceneIds) {
      seen = [...new Set([...sceneIds, ...seen])].slice(0, most);
    },
    list: () => seen,
  };
}
