import type { ControlProps } from './Field.tsx';

interface Props extends ControlProps {
  value: string;
  onText: (address: string) => void;
}

/** Where the address of a page is typed or pasted. */
export function AddressInput({ onText, ...control }: Props) {
  return (
    <input
      {...control}
      type="url"
      inputMode="url"
      placeholder="https://"
      onInput={({ currentTarget }) => onText(currentTarget.value)}
    />
  );
}
