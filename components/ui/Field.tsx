import type { ComponentChildren } from 'preact';

/** What the control inside a field must carry, so that its label, hint and message belong to it. */
export interface ControlProps {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: 'true';
}

interface Props {
  id: string;
  label: ComponentChildren;
  /** Always stands under the control: what is expected, or what was understood. */
  hint?: ComponentChildren;
  /** What is wrong and what to do about it; it does not change what was typed. */
  error?: string | null | undefined;
  class?: string;
  children: (control: ControlProps) => ComponentChildren;
}

/** Label, control, hint and message of one field. A screen reader reads the message when it appears. */
export function Field({ id, label, hint, error, class: more, children }: Props) {
  return (
    <div class={more ? `field ${more}` : 'field'}>
      <label for={id}>{label}</label>
      {children(controlProps(id, Boolean(hint), Boolean(error)))}
      <Below id={id} hint={hint} error={error} />
    </div>
  );
}

/** Like `Field`, but for a set of radio buttons, check boxes or chips: the label names the group. */
export function FieldGroup({
  id,
  label,
  hint,
  error,
  class: more,
  children,
}: Omit<Props, 'children'> & { children: ComponentChildren }) {
  const { id: _, ...described } = controlProps(id, Boolean(hint), Boolean(error));
  return (
    <fieldset id={id} class={more ? `field ${more}` : 'field'} tabIndex={-1} {...described}>
      <legend class="label">{label}</legend>
      {children}
      <Below id={id} hint={hint} error={error} />
    </fieldset>
  );
}

function Below({ id, hint, error }: Pick<Props, 'id' | 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <div class="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <div class="error" id={`${id}-error`} role="status">
        {error}
      </div>
    </>
  );
}

function controlProps(id: string, hasHint: boolean, hasError: boolean): ControlProps {
  const described = [hasError && `${id}-error`, hasHint && `${id}-hint`].filter(Boolean).join(' ');
  return {
    id,
    ...(described !== '' && { 'aria-describedby': described }),
    ...(hasError && { 'aria-invalid': 'true' as const }),
  };
}
