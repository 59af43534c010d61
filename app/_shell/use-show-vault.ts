'use client';
import { usePeriod } from '../_changed/use-period.ts';
import { usePathStops } from '../_path/use-path-stops.ts';
import { useCamera, useFieldState, useSelectedScene, useVault } from './url-state.ts';

/** Shows another vault, or all (`null`), whole: nothing that was looked at in the one before is in it. */
export function useShowVault(): (id: string | null) => void {
  const [, setVault] = useVault();
  const [, setField] = useFieldState();
  const [, setCamera] = useCamera();
  const [, setScene] = useSelectedScene();
  const { leave: leavePath } = usePathStops();
  const { leave: leavePeriod } = usePeriod();
  return (id) => {
    void setVault(id);
    void setField({ region: null, around: null });
    void setCamera(null);
    leavePath();
    leavePeriod();
    void setScene(null);
  };
}
