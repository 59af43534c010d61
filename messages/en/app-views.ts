/** Views of the field that are kept under a name. */
export const views = {
  title: 'Kept views',
  name: 'Name for the view that you see: its part of the field, its lens, its filters and its place',
  none: 'Nothing is kept yet. On the field, press V and give the view a name.',
  here: 'you see it now',
  copy: 'Copy the link to “{name}”',
  copied: 'The link to “{name}” is copied',
  toNotebook: 'Put “{name}” into a notebook',
  newNotebook: 'A new notebook',
  put: '“{name}” is in the notebook “{title}”',
  openNotebook: 'Open',
};
