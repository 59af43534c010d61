import { titleOf } from '../_shell/page-title.ts';
import { SettingsPlace } from './settings-place.tsx';

export const generateMetadata = () => titleOf('settings');

export default function Page() {
  return <SettingsPlace />;
}
