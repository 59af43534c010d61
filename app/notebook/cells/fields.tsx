'use client';
import { useQuery } from '@tanstack/react-query';
import { SlidersHorizontal } from 'lucide-react';
import { Children, isValidElement, type ReactNode, useDeferredValue, useId } from 'react';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../../_trpc/client.ts';
import styles from './fields.module.css';

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** shown while nothing is written: what nothing means */
  hint?: string;
}

/** One thing that a cell asks for, with its name above. */
export function TextField({
  label,
  value,
  onChange,
  hint,
  options,
}: FieldProps & { options?: readonly string[] }) {
  const id = useId();
  return (
    <label className={styles.field}>
      <span className={styles.label}>{label}</span>
      <input
        className={styles.input}
        value={value}
        placeholder={hint}
        autoComplete="off"
        {...(options && { list: id })}
        onChange={(event) => onChange(event.target.value)}
      />
      {options && (
        <datalist id={id}>
          {options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </datalist>
      )}
    </label>
  );
}

export function NumberField({
  label,
  value,
  most,
  least = 1,
  onChange,
}: {
  label: string;
  value: number;
  most: number;
  least?: number;
  onChange: (value: number) => void;
}) {
  return (
    <label className={styles.number}>
      <span className={styles.label}>{label}</span>
      <input
        className={styles.input}
        type="number"
        min={least}
        max={most}
        value={value}
        onChange={({ target }) =>
          onChange(Math.min(most, Math.max(least, Math.round(Number(target.value)) || least)))
        }
      />
    </label>
  );
}

export function ChoiceField<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: Value;
  options: readonly { value: Value; words: string }[];
  onChange: (value: Value) => void;
}) {
  return (
    <label className={styles.field}>
      <span className={styles.label}>{label}</span>
      <select
        className={styles.input}
        value={value}
        onChange={({ target }) => {
          const chosen = options.find((option) => option.value === target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </label>
  );
}

export function SwitchField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: boolean;
  onChange: (value: boolean) => void;
}) {
  return (
    <label className={styles.switch}>
      <input type="checkbox" checked={value} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}

/** A scene by its title, offered while it is typed. */
export function SceneField(props: FieldProps) {
  const asked = useDeferredValue(props.value.trim());
  const found = useQuery(
    useTRPC().field.suggest.queryOptions({ text: asked, limit: 6 }, { enabled: asked.length > 1 }),
  );
  return <TextField {...props} options={found.data?.map(({ title }) => title) ?? []} />;
}

export function RegionField(props: FieldProps) {
  const regions = useQuery(useTRPC().field.regions.queryOptions({}));
  return <TextField {...props} options={regions.data?.regions.map(({ name }) => name) ?? []} />;
}

export function VaultField(props: FieldProps) {
  const vaults = useQuery(useTRPC().vaults.list.queryOptions());
  return <TextField {...props} options={vaults.data?.map(({ name }) => name) ?? []} />;
}

/** Another cell by its name. */
export function NameField({ names, ...props }: FieldProps & { names: readonly string[] }) {
  return <TextField {...props} options={names.map((name) => `$${name}`)} />;
}

interface FieldsProps {
  /** while the cell is edited; else what is chosen stands in a line */
  isOpen: boolean;
  onOpen: () => void;
  children: ReactNode;
}

/** What a cell asks besides its words: fields side by side, or in a line what differs from the usual. */
export function Fields({ isOpen, onOpen, children }: FieldsProps) {
  const t = useTranslations('notebook');
  if (isOpen) return <div className={styles.fields}>{children}</div>;
  const chosen = fieldsIn(children).flatMap(chosenIn);
  return (
    <button type="button" className={styles.chosen} aria-label={t('options')} onClick={onOpen}>
      <SlidersHorizontal size={14} strokeWidth={1.75} aria-hidden />
      {chosen.length === 0 ? t('options') : chosen.join(' · ')}
    </button>
  );
}

/** What every field is given. */
interface Shown {
  label?: string;
  value?: string | number | boolean;
  options?: readonly (string | { value: string; words: string })[];
  children?: ReactNode;
}

/** The fields among the children, also those that stand together. */
function fieldsIn(children: ReactNode): Shown[] {
  return Children.toArray(children).flatMap((child) => {
    if (!isValidElement<Shown>(child)) return [];
    return child.props.label === undefined ? fieldsIn(child.props.children) : [child.props];
  });
}

function chosenIn({ label = '', value, options = [] }: Shown): string[] {
  if (value === '' || value === false || value === undefined) return [];
  if (value === true) return [label];
  const choices = options.filter((option) => typeof option !== 'string');
  // the first of a choice is the usual one
  if (choices.length > 0 && choices[0]?.value === value) return [];
  const words = choices.find((option) => option.value === value)?.words ?? String(value);
  return [`${label}: ${words}`];
}
