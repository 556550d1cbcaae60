import { Button } from '../../../components/button.tsx';

interface VersionSwitchProps {
  index: number;
  count: number;
  onChoose: (index: number) => void;
}

/** The way from one reply to the next, where there are several. */
export function VersionSwitch({ index, count, onChoose }: VersionSwitchProps) {
  const step = (label: string, sign: string, next: number) => (
    <Button
      look="quiet"
      className="min-h-8 px-2 py-1"
      aria-label={label}
      inactive={next < 0 || next >= count}
      onClick={() => onChoose(next)}
    >
      {sign}
    </Button>
  );
  return (
    <div role="group" aria-label="Replies" className="flex items-center">
      {step('Previous reply', '‹', index - 1)}
      <span className="text-sm text-ink-soft">
        Reply {index + 1} of {count}
      </span>
      {step('Next reply', '›', index + 1)}
    </div>
  );
}
