import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useCode } from '#components/background/code.ts';
import { Field } from '#components/ui/Field.tsx';
import type { DraftForm } from '#utils/model/draft.ts';
import { TYPED_MAX } from '#utils/model/limits.ts';
import { phoneRules } from './code.ts';
import { type FormModel, fieldId } from './model.ts';
import { isPublicField } from './publicFields.ts';

type TextName = {
  [F in keyof DraftForm]-?: NonNullable<DraftForm[F]> extends string ? F : never;
}[keyof DraftForm];

interface Props {
  model: FormModel;
  name: TextName;
  label: ComponentChildren;
  hint?: ComponentChildren;
  placeholder?: string;
  inputMode?: InputHTMLAttributes['inputMode'];
  autoComplete?: string;
  multiline?: boolean;
  /** A day of the calendar, as the browser lets it be chosen. */
  isDay?: boolean;
  /** Makes it a combobox: the list below it belongs to it. */
  combobox?: Combobox;
  class?: string;
}

/** The list of a combobox, and what the field tells it. */
export interface Combobox {
  listId: string;
  isOpen: boolean;
  /** The DOM id of the option that Enter would choose. */
  activeId?: string | undefined;
  onFocus: () => void;
  onBlur: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** One line or a few of plain text, kept exactly as typed. */
export function TextField({
  model,
  name,
  label,
  hint,
  multiline = false,
  isDay = false,
  class: more,
  combobox,
  ...input
}: Props) {
  const rules = useCode(phoneRules);
  const holdsOne = rules !== null && isPublicField(name) && rules.isOffered(model.form[name]);
  const asked = holdsOne && <rules.PhoneOffer model={model} name={name} />;
  const below = asked ? (
    <>
      {hint}
      {asked}
    </>
  ) : (
    hint
  );
  return (
    <Field id={fieldId(name)} label={label} hint={below} error={model.error(name)} {...(more && { class: more })}>
      {(control) => {
        const shared = {
          ...control,
          ...input,
          maxLength: TYPED_MAX,
          value: model.form[name] ?? '',
          onInput: (event: { currentTarget: { value: string } }) => model.set(name, event.currentTarget.value),
          onBlur: () => {
            combobox?.onBlur();
            model.left(name);
          },
        };
        if (isDay) return <input type="date" {...shared} />;
        return multiline ? (
          <textarea rows={4} {...shared} />
        ) : (
          <input type="text" {...shared} {...(combobox && attributesOf(combobox))} />
        );
      }}
    </Field>
  );
}

const attributesOf = ({ listId, isOpen, activeId, onFocus, onKeyDown }: Combobox) =>
  ({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': isOpen,
    'aria-controls': listId,
    ...(activeId !== undefined && { 'aria-activedescendant': activeId }),
    onFocus,
    onKeyDown,
  }) as const;
