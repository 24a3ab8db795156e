import { useState } from 'preact/hooks';
import { phoneText } from '#contract/phone.ts';
import { t } from '#utils/i18n/t.ts';
import { makerInBook } from '#utils/makers/consent.ts';
import { makersLike } from '#utils/makers/find.ts';
import type { MakerView } from '#utils/model/maker.ts';
import type { FormModel } from './model.ts';
import { TextField } from './TextField.tsx';

const LIST_ID = 'makers-list';
const optionId = (index: number) => `makers-${index}`;

/**
 * The maker's name, with the address book below it while one types: arrows and Enter or a press choose a person, whose
 * number is then filled in too.
 */
export function MakerField({ model, makers }: { model: FormModel; makers: readonly MakerView[] }) {
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const isFound = makerInBook(model.form, makers) !== undefined;
  const options = isOpen ? makersLike(isFound ? '' : model.form.producerName, makers) : [];
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const choose = ({ name, phone }: MakerView) => {
    model.set('producerName', name);
    model.set('producerPhone', phoneText(phone));
    close();
  };
  const keys: Record<string, () => unknown> = {
    ArrowDown: () => (isOpen ? setActive(Math.min(active + 1, options.length - 1)) : setOpen(true)),
    ArrowUp: () => setActive(Math.max(active - 1, -1)),
    Enter: () => options[active] && choose(options[active]),
    Escape: close,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (act === undefined || (options.length === 0 && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const typing: FormModel = {
    ...model,
    set(field, value) {
      setOpen(true);
      setActive(-1);
      model.set(field, value);
    },
  };
  return (
    <div class="maker-field">
      <TextField
        model={typing}
        name="producerName"
        label={t('panel_producer')}
        placeholder="Bu Siti"
        autoComplete="off"
        combobox={{
          listId: LIST_ID,
          isOpen: options.length > 0,
          activeId: options[active] && optionId(active),
          onFocus: () => setOpen(!isFound),
          onBlur: close,
          onKeyDown,
        }}
      />
      <div id={LIST_ID} class="makers-list" role="listbox" aria-label={t('panel_makers')} hidden={options.length === 0}>
        {options.map((maker, index) => (
          // The keys are the field's: the caret stays in it.
          <div
            key={`${maker.phone} ${maker.name}`}
            id={optionId(index)}
            class="makers-option"
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(maker);
            }}
          >
            <strong>{maker.name}</strong> <span class="soft">{phoneText(maker.phone)}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
