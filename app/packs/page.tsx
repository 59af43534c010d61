import { titleOf } from '../_shell/page-title.ts';
import { PacksPlace } from './packs-place.tsx';

export const generateMetadata = () => titleOf('packs');

export default function Page() {
  return <PacksPlace />;
}
