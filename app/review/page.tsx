import { titleOf } from '../_shell/page-title.ts';
import { ReviewPlace } from './review-place.tsx';

export const generateMetadata = () => titleOf('review');

export default function Page() {
  return <ReviewPlace />;
}
