import { usePageTitle } from '../../../lib/use-page-title.ts';
import { useNewApplication } from '../../applications/components/use-new-application.tsx';
import { StartSteps } from './start-steps.tsx';

export function StartPage() {
  usePageTitle('Start');
  const creation = useNewApplication();
  return (
    <>
      <StartSteps onNew={creation.open} />
      {creation.dialog}
    </>
  );
}
