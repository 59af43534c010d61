import palette from '../_shell/palette.module.css';

/** A scene among those that are offered: its title and where it lies. */
export function OfferedScene({ title, path }: { title: string; path: string | null }) {
  return (
    <span className={palette.words}>
      <span className={palette.name} dir="auto">
        {title}
      </span>
      {path !== null && <span className={palette.about}>{path}</span>}
    </span>
  );
}
