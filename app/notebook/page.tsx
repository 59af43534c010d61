import { titleOf } from '../_shell/page-title.ts';
import { NotebookPlace } from './notebook-place.tsx';

export const generateMetadata = () => titleOf('notebook');

export default function Page() {
  return <NotebookPlace />;
}
