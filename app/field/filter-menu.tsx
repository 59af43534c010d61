'use client';
import { Menu } from '@base-ui/react/menu';
import { Bot, Check, ListFilter, UserRound } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { FieldView } from '../../graph-schema/views/field-view.ts';
import chip from '../_controls/chip.module.css';
import menu from '../_controls/menu.module.css';
import { useFieldState } from '../_shell/url-state.ts';
import { type Switch, switches } from './map-model.ts';

interface Props {
  off: ReadonlySet<Switch>;
  speakers: FieldView['speakers'];
}

/** What is in sight: by switches, all but the last on until switched off; and by who speaks in it. */
export function FilterMenu({ off, speakers }: Props) {
  const t = useTranslations('field');
  const [{ who }, setState] = useFieldState();
  const count = off.size + (who === '' ? 0 : 1);

  function toggle(name: Switch) {
    const next = new Set(off);
    if (!next.delete(name)) next.add(name);
    void setState({ only: [...next].join(',') });
  }

  return (
    <Menu.Root>
      <Menu.Trigger className={chip.chip} aria-pressed={count > 0}>
        <ListFilter size={15} strokeWidth={1.75} aria-hidden />
        {t('filters')}
        {count > 0 && ` · ${count}`}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={menu.positioner} sideOffset={8} align="start">
          <Menu.Popup className={menu.popup}>
            {switches.map((name) => (
              <Menu.CheckboxItem
                key={name}
                className={menu.item}
                checked={name === 'person' ? off.has(name) : !off.has(name)}
                onCheckedChange={() => toggle(name)}
              >
                <span className={menu.check}>
                  <Menu.CheckboxItemIndicator>
                    <Check size={15} aria-hidden />
                  </Menu.CheckboxItemIndicator>
                </span>
                {t(`show.${name}`)}
              </Menu.CheckboxItem>
            ))}
            {(speakers.length > 0 || who !== '') && (
              <SpeakerChoice
                who={who}
                speakers={speakers}
                onChoose={(next) => void setState({ who: next })}
              />
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

interface ChoiceProps {
  who: string;
  speakers: FieldView['speakers'];
  onChoose: (who: string) => void;
}

const signs = { person: UserRound, model: Bot, other: null };

/** Anybody, people, models, or one of them by name. */
function SpeakerChoice({ who, speakers, onChoose }: ChoiceProps) {
  const t = useTranslations('field');
  const rows = [
    { value: '', words: t('who.any'), role: 'other' as const, scenes: null },
    { value: 'person', words: t('who.person'), role: 'person' as const, scenes: null },
    { value: 'model', words: t('who.model'), role: 'model' as const, scenes: null },
    ...speakers.map(({ name, role, scenes }) => ({ value: `=${name}`, words: name, role, scenes })),
  ];
  return (
    <>
      <Menu.Separator className={menu.separator} />
      <Menu.RadioGroup value={who} onValueChange={(value) => onChoose(String(value))}>
        <div className={menu.label}>{t('who.title')}</div>
        {rows.map(({ value, words, role, scenes }) => {
          const Sign = signs[role];
          return (
            <Menu.RadioItem key={`${role} ${value}`} className={menu.item} value={value}>
              <span className={menu.check}>
                <Menu.RadioItemIndicator>
                  <Check size={15} aria-hidden />
                </Menu.RadioItemIndicator>
              </span>
              <span className={menu.grow}>
                {Sign && <Sign size={13} strokeWidth={1.75} aria-hidden />} {words}
              </span>
              {scenes !== null && <span className={menu.faint}>{scenes}</span>}
            </Menu.RadioItem>
          );
        })}
      </Menu.RadioGroup>
    </>
  );
}
