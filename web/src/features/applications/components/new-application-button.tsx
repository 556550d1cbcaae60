import { Button } from '../../../components/button.tsx';

export const NewApplicationButton = ({ onPress }: { onPress: () => void }) => (
  <Button look="primary" onClick={onPress}>
    New application
  </Button>
);
