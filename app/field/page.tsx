import { titleOf } from '../_shell/page-title.ts';
import { FieldPlace } from './field-place.tsx';

export const generateMetadata = () => titleOf('field');

export default function Page() {
  return <FieldPlace />;
}
