import { titleOf } from '../../_shell/page-title.ts';
import { CoveragePlace } from './coverage-place.tsx';

export const generateMetadata = () => titleOf('settings');

export default function Page() {
  return <CoveragePlace />;
}
