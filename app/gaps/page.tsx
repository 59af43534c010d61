import { titleOf } from '../_shell/page-title.ts';
import { GapsPlace } from './gaps-place.tsx';

export const generateMetadata = () => titleOf('gaps');

export default function Page() {
  return <GapsPlace />;
}
