'use client';
import { Popover } from '@base-ui/react/popover';
import { CalendarDays, Pause, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../_controls/button.tsx';
import chip from '../_controls/chip.module.css';
import { IconButton } from '../_controls/icon-button.tsx';
import menu from '../_controls/menu.module.css';
import { SkeletonLines } from '../_controls/skeleton.tsx';
import { useMeasures } from '../_shell/use-measures.ts';
import { usePathStops } from '../_path/use-path-stops.ts';
import { dayAt, daysBefore, shareOf, today } from './days.ts';
import styles from './time-menu.module.css';
import { useChanged, usePeriod } from './use-period.ts';

const lasts = { week: 7, month: 30, quarter: 91, year: 365 } as const;

/** Which days are looked at: what came in the last month, the field as it was on a day, or how it grew. */
export function TimeMenu() {
  const t = useTranslations('changed');
  const { day } = useMeasures();
  const { period, isSet } = usePeriod();
  const { since, until } = period;
  const words =
    since !== undefined && until !== undefined
      ? t('between', { since: day(since), until: day(until) })
      : since !== undefined
        ? t('since', { day: day(since) })
        : until !== undefined
          ? t('until', { day: day(until) })
          : t('menu');
  const [isOpen, setOpen] = useState(false);
  // the days are asked for before the menu is opened: what has nothing to choose from yet holds no focus
  const [isNear, setNear] = useState(false);
  useChanged(isNear);
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger
        className={chip.chip}
        aria-pressed={isSet}
        onFocus={() => setNear(true)}
        onPointerEnter={() => setNear(true)}
      >
        <CalendarDays size={15} strokeWidth={1.75} aria-hidden />
        {words}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={menu.positioner} sideOffset={8} align="start">
          <Popover.Popup className={[menu.popup, styles.popup].join(' ')}>
            <Popover.Title className={menu.label}>{t('title')}</Popover.Title>
            <Days onDone={() => setOpen(false)} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** The days to choose from; what days there are is asked once the menu is open. */
function Days({ onDone }: { onDone: () => void }) {
  const t = useTranslations('changed');
  const { period, isSet, choose, leave } = usePeriod();
  const { leave: leavePath } = usePathStops();
  const { since, until } = period;
  const { first, last } = useChanged().data ?? { first: undefined, last: undefined };
  const { day } = useMeasures();
  // where nothing came for long, the last month is the last in which something did
  const end = last != null && last < today() ? last : today();
  if (first === undefined || last === undefined) return <SkeletonLines widths={[0.9, 0.7]} />;
  return first === null || last === null ? (
    <p className={styles.none}>{t('noDates')}</p>
  ) : (
    <>
      <div className={styles.lasts}>
        {Object.entries(lasts).map(([name, days]) => (
          <button
            key={name}
            type="button"
            className={chip.chip}
            aria-pressed={since === daysBefore(end, days) && until === undefined}
            onClick={() => {
              leavePath();
              choose({ since: daysBefore(end, days) });
              onDone();
            }}
          >
            {t(`last.${name as keyof typeof lasts}`)}
          </button>
        ))}
      </div>
      {end === last && <p className={styles.none}>{t('lastDay', { day: day(last) })}</p>}
      <div className={styles.days}>
        <Day
          label={t('from')}
          value={since}
          range={{ first, last }}
          onDay={(next) => choose({ ...period, since: next })}
        />
        <Day
          label={t('to')}
          value={until}
          range={{ first, last }}
          onDay={(next) => choose({ ...period, until: next })}
        />
      </div>
      <Growth range={{ first, last }} until={until} onDay={(next) => choose({ until: next })} />
      {isSet && (
        <Button
          look="quiet"
          onClick={() => {
            leave();
            onDone();
          }}
        >
          {t('all')}
        </Button>
      )}
    </>
  );
}

interface Range {
  first: string;
  last: string;
}

function Day({
  label,
  value,
  range: { first, last },
  onDay,
}: {
  label: string;
  value: string | undefined;
  range: Range;
  onDay: (day: string) => void;
}) {
  return (
    <label className={styles.day}>
      {label}
      <input
        type="date"
        className={styles.input}
        value={value ?? ''}
        min={first}
        max={last}
        onChange={(event) => onDay(event.target.value)}
      />
    </label>
  );
}

/** Steps of a play, and how long each stands, milliseconds. */
const steps = 60;
const stepMs = 350;

/** The field as it was on a day, by a slider or played from its first day. */
function Growth({
  range: { first, last },
  until,
  onDay,
}: {
  range: Range;
  until: string | undefined;
  onDay: (day: string) => void;
}) {
  const t = useTranslations('changed');
  const { day } = useMeasures();
  const [isPlaying, setPlaying] = useState(false);
  const share = until === undefined ? 1 : shareOf(first, last, until);
  const step = Math.round(share * steps);

  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setTimeout(() => {
      const next = step >= steps ? 0 : step + 1;
      if (next === steps) setPlaying(false);
      onDay(dayAt(first, last, next / steps));
    }, stepMs);
    return () => clearTimeout(timer);
  }, [isPlaying, step, first, last, onDay]);

  return (
    <div className={styles.growth}>
      <IconButton
        label={isPlaying ? t('pause') : t('play')}
        icon={isPlaying ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
        onClick={() => setPlaying(!isPlaying)}
      />
      <input
        type="range"
        className={styles.slider}
        min={0}
        max={steps}
        value={step}
        aria-label={t('asOf')}
        aria-valuetext={day(until ?? last)}
        onChange={(event) => {
          setPlaying(false);
          onDay(dayAt(first, last, Number(event.target.value) / steps));
        }}
      />
      <span className={styles.date}>{day(until ?? last)}</span>
    </div>
  );
}
